package majix.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/// The rules of the architecture that the module descriptors cannot express.
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")).importPackages("majix");

    @Test
    void arrowsPointDownOnly() {
        noClasses().that().resideInAPackage("majix.query..").should().dependOnClassesThat()
                .resideInAnyPackage("majix.formats..", "majix.indexer..", "majix.vfolder..", "majix.cli..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("majix.formats..").should().dependOnClassesThat()
                .resideInAnyPackage("majix.query..", "majix.indexer..", "majix.vfolder..", "majix.cli..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("majix.vfolder..").should().dependOnClassesThat()
                .resideInAnyPackage("majix.query..", "majix.indexer..", "majix.cli..", "org.apache.lucene..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("majix.indexer..").should().dependOnClassesThat()
                .resideInAnyPackage("majix.vfolder..", "majix.cli..").check(CLASSES);
    }

    @Test
    void luceneStaysInIndexerAndItsRendererRoom() {
        noClasses().that().resideOutsideOfPackages("majix.indexer..", "majix.query.lucene..").should()
                .dependOnClassesThat().resideInAPackage("org.apache.lucene..").check(CLASSES);
    }

    @Test
    void onlyTheMessageParserKnowsMime4j() {
        noClasses().that().resideOutsideOfPackages("majix.formats.mime..").and()
                .doNotHaveFullyQualifiedName("majix.formats.MessageParser").should().dependOnClassesThat()
                .resideInAPackage("org.apache.james..").check(CLASSES);
    }

    @Test
    void theWorldOutsideIsForTheCommandLineOnly() {
        noClasses().that().resideOutsideOfPackage("majix.cli..").should().callMethod(System.class, "exit", int.class)
                .orShould().callMethod(System.class, "getenv", String.class).orShould()
                .accessField(System.class, "out").orShould().accessField(System.class, "err").check(CLASSES);
        noClasses().that().resideOutsideOfPackage("majix.cli..").should().dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.jline..").check(CLASSES);
    }

    @Test
    void roomsHaveNoCycles() {
        SlicesRuleDefinition.slices().matching("majix.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
