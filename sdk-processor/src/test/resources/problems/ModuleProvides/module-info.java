module audio {
  requires dev.graft.sdk.api;
}
