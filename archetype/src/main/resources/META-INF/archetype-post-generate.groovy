import groovy.io.FileType
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.util.regex.Matcher

// The archetype plugin can leave no file out, so the projects of all kinds have come, in a folder.
Path project = Path.of(request.outputDirectory, request.artifactId)
Path kinds = project.resolve('graft-new-project')
Path pom = project.resolve('pom.xml')
Path parent = Path.of(request.outputDirectory, 'pom.xml')
String kind = request.properties['kind']
String packageName = request.package

List<Path> others = project.toFile().listFiles()*.toPath() - [kinds, pom]
String wrong = null
if (!(kind in ['java', 'python', 'twin'])) {
    wrong = "-Dkind=$kind is no kind of project. Name one of java, python, twin."
} else if (!(packageName ==~ /[A-Za-z_]\w*(\.[A-Za-z_]\w*)*/)) {
    wrong = "-Dpackage=$packageName is no package of Java. Name one such as org.example.nodes."
} else if (others) {
    wrong = "$project is there already and not empty. Name another artifactId: nothing is overwritten."
}
if (wrong) {
    kinds.toFile().deleteDir()
    Files.delete(pom)
    if (!others) {
        Files.delete(project)
    }
    if (Files.exists(parent)) {
        wrong += " Take <module>$request.artifactId</module> out of $parent first."
    }
    throw new IllegalArgumentException(wrong)
}

String packagePath = packageName.replace('.', '/')
Path chosen = kinds.resolve(kind)
// This one came by way of the plugin, which may have given it a parent.
Files.move(pom, chosen.resolve('pom.xml'), StandardCopyOption.REPLACE_EXISTING)
chosen.toFile().eachFileRecurse(FileType.FILES) { file ->
    String inside = chosen.relativize(file.toPath()).toString().replace('\\', '/')
    String text = file.getText('UTF-8')
    if (inside == 'pom.xml') {
        text = text.replaceFirst(
            /<groupId>org\.example<\/groupId>(\s*<artifactId>\{\{project}}<\/artifactId>\s*)<version>[^<]*<\/version>/,
            '<groupId>' + Matcher.quoteReplacement(request.groupId) + '</groupId>$1'
                + '<version>' + Matcher.quoteReplacement(request.version) + '</version>')
    }
    text = text
        .replace('{{project}}', request.artifactId)
        .replace('org.example.nodes', packageName)
        .replace('org/example/nodes', packagePath)
    Path target = project.resolve(inside.replace('org/example/nodes', packagePath))
    Files.createDirectories(target.parent)
    target.toFile().setText(text, 'UTF-8')
}
kinds.toFile().deleteDir()
