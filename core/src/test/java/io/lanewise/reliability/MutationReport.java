package io.lanewise.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Holds a module to what its mutants must show: enough of them, for PIT makes none of class files
 * that it cannot read and says nothing, and in each package {@link #LEAST_PERCENT} of them killed.
 */
public final class MutationReport {

  static final int LEAST_PERCENT = 85;

  /** Where PIT writes what became of each mutant, under the folder of a module. */
  static final Path MUTANTS = Path.of("target", "pit-reports", "mutations.xml");

  private MutationReport() {}

  /** The name of the module, in whose folder this runs, and how many mutants it has at least. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(keep(Path.of(""), arguments[0], Integer.parseInt(arguments[1])));
  }

  /** Keeps the figure of a module, and returns a line for each of its packages. */
  static String keep(Path folder, String module, int leastMutants) throws IOException {
    Map<String, MutantCount> packages = packages(folder.resolve(MUTANTS));
    MutantCount all = packages.values().stream().reduce(MutantCount.NONE, MutantCount::plus);
    if (all.mutants() < leastMutants) {
      throw new IllegalStateException(
          "%s: %d mutants, expected at least %d".formatted(module, all.mutants(), leastMutants));
    }
    StringBuilder lines = new StringBuilder();
    packages.forEach((name, count) -> lines.append(name).append(": ").append(count).append('\n'));
    packages.forEach(
        (name, count) -> {
          if (count.percent() < LEAST_PERCENT) {
            throw new IllegalStateException(
                "%s, expected at least %d %%, in%n%s"
                    .formatted(name + ": " + count, LEAST_PERCENT, lines));
          }
        });
    Measured.keep(folder, Promise.MUTATIONS, module, module + ": " + all);
    return lines.toString();
  }

  private static Map<String, MutantCount> packages(Path mutants) throws IOException {
    Map<String, MutantCount> packages = new TreeMap<>();
    NodeList nodes = nodes(mutants);
    for (int i = 0; i < nodes.getLength(); i++) {
      Element mutant = (Element) nodes.item(i);
      String type = mutant.getElementsByTagName("mutatedClass").item(0).getTextContent();
      packages.merge(
          type.substring(0, type.lastIndexOf('.')),
          MutantCount.of(mutant.getAttribute("status")),
          MutantCount::plus);
    }
    return packages;
  }

  private static NodeList nodes(Path mutants) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(mutants.toFile())
          .getElementsByTagName("mutation");
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(mutants + " is no report of PIT", e);
    }
  }
}
