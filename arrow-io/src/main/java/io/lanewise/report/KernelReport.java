package io.lanewise.report;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the kernels do on this machine.
 *
 * @param machine what they run on
 * @param kernels the vector kernels' name, or that of the scalar ones where there are no others
 * @param vectorBits bits of a vector
 * @param unavailable why there are no vector kernels, and what to do; null where there are
 * @param rows the kernels, one by one
 * @param version of Lanewise
 */
public record KernelReport(
    Machine machine,
    String kernels,
    int vectorBits,
    @Nullable String unavailable,
    List<Row> rows,
    String version) {

  /**
   * What kernels run on.
   *
   * @param java version of the JVM
   * @param vm name of the JVM, and its vendor
   * @param processor name of the processor
   * @param processors how many the JVM may use
   */
  public record Machine(String java, String vm, String processor, int processors) {

    /** This JVM on that processor. */
    public static Machine here(String processor) {
      return new Machine(
          Runtime.version().toString(),
          System.getProperty("java.vm.name") + ", " + System.getProperty("java.vendor"),
          processor,
          Runtime.getRuntime().availableProcessors());
    }
  }

  /**
   * One kernel.
   *
   * @param kernel what it computes
   * @param each what an operation is
   * @param scalarNanos nanoseconds an operation, scalar
   * @param vector its vector form; null where there is none
   * @param compared numbers whose bits are compared
   */
  public record Row(
      String kernel, String each, double scalarNanos, @Nullable Twin vector, int compared) {

    /** How many times as fast the vector form is. */
    OptionalDouble ratio() {
      return vector == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(scalarNanos / vector.nanos());
    }
  }

  /**
   * The vector form of a kernel.
   *
   * @param nanos nanoseconds an operation
   * @param sameBits whether it returns what the scalar form returns
   */
  public record Twin(double nanos, boolean sameBits) {}

  /** The kernels whose vector form returns other bits than the scalar one: a mistake of ours. */
  public List<String> differing() {
    return rows.stream()
        .filter(row -> row.vector() != null && !row.vector().sameBits())
        .map(Row::kernel)
        .toList();
  }
}
