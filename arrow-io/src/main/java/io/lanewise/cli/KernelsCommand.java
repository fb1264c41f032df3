package io.lanewise.cli;

import io.lanewise.kernel.Kernels;
import io.lanewise.probe.Probes;
import io.lanewise.probe.Processor;
import io.lanewise.report.KernelJson;
import io.lanewise.report.KernelReport;
import io.lanewise.report.KernelText;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells how fast the kernels are here, and whether vectors change a bit. */
@Command(
    name = "kernels",
    description = "Measure the kernels on this machine, and compare scalar and vector bits.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 good, 2 wrong usage, 4 environment, 5 vector kernels return other bits than",
      "scalar ones."
    })
final class KernelsCommand implements Callable<Integer> {

  private static final int SETTLED_SECONDS = 20;

  @ParentCommand private Lanewise lanewise;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
  private Format format = Format.TEXT;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      converter = WholeNumber.Seconds.class,
      description =
          "at most N seconds, 1 to 600 (default: 20); a warm and quiet machine takes a third")
  private int seconds = SETTLED_SECONDS;

  @Override
  public Integer call() {
    if (format == Format.MARKDOWN) {
      throw new UsageException("--format markdown, expected text or json");
    }
    // Both forms are measured whatever is asked for, but a mistyped wish is told as elsewhere.
    CommandKernels.choose();
    KernelReport report;
    try {
      report = measure(Kernels.simd(), null);
    } catch (IllegalStateException unavailable) {
      report = measure(null, unavailable.getMessage());
    }
    return tell(report);
  }

  private KernelReport measure(@Nullable Kernels vector, @Nullable String unavailable) {
    if (vector != null && seconds < SETTLED_SECONDS) {
      lanewise.say(
          "warning: vector code may still be cold after %d seconds, %d are enough on most machines"
              .formatted(seconds, SETTLED_SECONDS));
    }
    Kernels scalar = Kernels.scalar();
    long steps = Probes.steps(vector != null);
    try (Progress progress = new Progress(lanewise.streams(), steps, "steps", false)) {
      return new KernelReport(
          KernelReport.Machine.here(Processor.name()),
          vector == null ? scalar.name() : vector.name(),
          vector == null ? scalar.vectorBits() : vector.vectorBits(),
          unavailable,
          Probes.measure(scalar, vector, seconds * 1_000_000_000L / steps, progress),
          Version.number());
    }
  }

  /** Writes the report; other bits are a mistake of Lanewise's own, and no matter of taste. */
  int tell(KernelReport report) {
    if (format == Format.JSON) {
      lanewise.streams().write(KernelJson.of(report).getBytes(StandardCharsets.UTF_8));
    } else {
      lanewise.streams().print(KernelText.of(report));
    }
    if (report.differing().isEmpty()) {
      return ExitCode.OK;
    }
    lanewise.say(
        "internal error: %s return other bits than the scalar kernels: %s"
            .formatted(report.kernels(), String.join(", ", report.differing())));
    return ExitCode.INTERNAL;
  }
}
