"""The SDK's own nodes, one file each. Importing the package imports none of them."""
