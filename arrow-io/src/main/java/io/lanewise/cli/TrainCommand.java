package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.TableTemplate;
import io.lanewise.column.DataException;
import io.lanewise.gan.Alarm;
import io.lanewise.gan.Ending;
import io.lanewise.gan.GanModel;
import io.lanewise.gan.StopRule;
import io.lanewise.gan.TableTrainer;
import io.lanewise.gan.TrainingLine;
import io.lanewise.gan.TrainingMeasure;
import io.lanewise.gan.TrainingPlan;
import io.lanewise.kernel.Kernels;
import io.lanewise.report.TrainingLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Trains a GAN on a table. */
@Command(
    name = "train",
    description = "Train a GAN on a table, and watch it: the best model is kept, not the last.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "REAL is an Arrow IPC file or stream, several separated by commas, a folder of them, or -.",
      "Of 50 rows or more a tenth (at least 1000 or a fifth, at most 10000) is held back, to score",
      "generated rows against and to ask the discriminator about. Nested columns are left out, and",
      "named; columns that never vary, or follow from another, are kept without training.",
      "Of more than 1000 categories the 999 most frequent are trained, and the others drawn by their",
      "frequency: also what occurs once is generated, as it is. Null, NaN and infinities are choices",
      "beside the numbers of a column; -0.0 becomes 0.0. Two rows that differ are enough to begin.",
      "",
      "A line tells, of generated rows that nobody has seen before:",
      "  loss D, loss G   what discriminator and generator minimise, means since the line before",
      "  V                E ln D(x) + E ln(1 - D(G(z))); -1.386 = -ln 4 of a D that cannot tell",
      "  D of real, gen   mean D(x) and D(G(z)); D is right: share of rows that D tells (0.5: chance)",
      "  JS bound         with 95 %% confidence the JS of whole rows is at least this",
      "  JS cols, pairs   mean JS of columns, and of pairs, less what chance adds; 0 is the same",
      "  KL r|g, g|r      mean of columns; r|g grows with missing modes, g|r with nonsense",
      "  H real, gen      mean joint entropy of pairs; less where variety is lost",
      "  cover            share of the real rows that the generator reaches",
      "  score            fidelity (1 - JS, columns and pairs) less the change of MI that chance does",
      "                   not explain; * the best so far",
      "Losses and V are in nats. JSON lines have all names in full, and their definitions.",
      "",
      "With --preview, the most columns whose names differ in numbers alone, as pixel_0_0 to",
      "pixel_7_7, are the pixels of square pictures, row by row; the least value of all is black.",
      "",
      "A RULE is a measure of the JSON lines, < or >, and a number in the unit shown.",
      "MODEL is written at each best line, every minute and at the end, with all that the training",
      "needs to go on; a MODEL of another training is replaced by the first best line. With --resume",
      "it goes on, and ends with the very model of a training that never stopped: REAL and settings",
      "must be the same; --epochs, --patience and --stop-when are not kept, and may be others.",
      "",
      "Exit codes: 0 good, 1 diverged (the best model is kept, but it is not what was asked for),",
      "2 wrong usage, 3 input refused, 4 environment, 5 internal error, 130 stopped by Ctrl-C (what",
      "was trained is kept).",
      "",
      "Examples:",
      "  lanewise train real.arrow -o real.model --preview digits.png",
      "  lanewise train real.arrow -o real.model --stop-when 'js<0.01' --log real.jsonl",
      "  lanewise generate real.model -n 100000 -o generated.arrow"
    })
final class TrainCommand implements Callable<Integer> {

  @ParentCommand private Lanewise lanewise;

  @Spec private CommandSpec command;

  @Reads
  @Parameters(index = "0", paramLabel = "REAL", description = "the real data")
  private String real;

  @Mixin(name = "The result")
  private TrainingOutput output;

  @Mixin(name = "How long")
  private PlanOptions planOptions;

  @Mixin(name = "The networks")
  private NetworkOptions networkOptions;

  @Mixin(name = "The run")
  private WorkOptions workOptions;

  @Override
  public Integer call() {
    InputArgument input = new InputArgument(real);
    output.check();
    Optional<StopRule> rule = planOptions.rule(output.unit());
    TrainingLog log = output.log();
    Kernels kernels = CommandKernels.installed();
    try (OutputFile.Claim claim = new OutputFile(output.model()).claim()) {
      return call(input, rule, log, kernels, claim);
    }
  }

  private int call(
      InputArgument input,
      Optional<StopRule> rule,
      @Nullable TrainingLog log,
      Kernels kernels,
      OutputFile.Claim claim) {
    GanModel model = output.resume() ? resumed() : null;
    try (ArrowTable table = input.openTable(lanewise.streams().in(), workOptions.budget())) {
      workOptions.warn(lanewise, table.warnings());
      PreviewFile preview = output.preview(table);
      byte[] schema = TableTemplate.of(table).bytes();
      int threads = workOptions.threads();
      TrainingPlan plan;
      TableTrainer started;
      if (model == null) {
        plan = planOptions.plan(table.rowCount(), networkOptions.batch(), rule, threads);
        started = TableTrainer.start(table, networkOptions::settings, plan, kernels);
      } else {
        plan = planOptions.resumed(model, rule, threads);
        started = TableTrainer.resume(table, model, plan, kernels);
        if (!Arrays.equals(schema, model.schema())) {
          started.close();
          throw new DataException(
              table.source()
                  + ": types, dictionaries or metadata of its Arrow schema are not those that the"
                  + " training began with");
        }
      }
      try (TableTrainer trainer = started) {
        return train(trainer, plan, table.rowCount(), schema, log, preview, claim);
      }
    }
  }

  private GanModel resumed() {
    GanModel model = ModelFile.read(output.model());
    Chosen chosen = new Chosen(command, output.model());
    networkOptions.refuseOther(model.settings(), chosen);
    planOptions.refuseOther(model.origin(), chosen);
    return model;
  }

  private int train(
      TableTrainer trainer,
      TrainingPlan plan,
      long rows,
      byte[] schema,
      @Nullable TrainingLog log,
      @Nullable PreviewFile preview,
      OutputFile.Claim claim) {
    Path file = output.model();
    boolean replaces = !output.resume() && Files.exists(file);
    trainer.notes().forEach(note -> workOptions.tell(lanewise, note));
    if (replaces) {
      workOptions.tell(lanewise, file + " will be replaced; --resume would go on with it");
    }
    TrainingLines form = new TrainingLines(output.unit());
    Streams streams = lanewise.streams();
    TrainingPrinter printer = new TrainingPrinter(streams, form, output.isJson());
    if (trainer.ending() == null) {
      printer.say(
          String.format(
              Locale.ROOT,
              "at most %,d epochs, a line every %,d (%,d steps); JS, KL and H in %s, losses and V"
                  + " in nats",
              plan.epochs(),
              plan.every(),
              trainer.stepsPerLine(),
              output.unit().label()));
    }
    ModelCheckpoint checkpoint =
        new ModelCheckpoint(new OutputFile(file), schema, System::nanoTime);
    TrainingRun run =
        new TrainingRun(
            trainer,
            checkpoint,
            replaces,
            printer,
            log,
            preview,
            alarm -> workOptions.tell(lanewise, alarm));
    try (StopSignal stop = new StopSignal();
        // Let go while the end of the JVM still waits.
        claim;
        Progress progress = workOptions.progress(streams, trainer.stepsLeft(), "steps")) {
      Ending ending = run.run(progress, stop);
      if (ending == null) {
        progress.wipe();
        lanewise.say(
            run.isKept()
                ? "stopped; " + file + " keeps what was trained, --resume goes on with it"
                : "stopped before the first line; " + file + " is as it was");
        return ExitCode.INTERRUPTED;
      }
      printer.say(words(ending, plan, trainer));
      best(trainer).ifPresent(line -> printer.say(next(rows)));
      return ending == Ending.DIVERGED ? ExitCode.CROSSED : ExitCode.OK;
    }
  }

  private static Optional<TrainingLine> best(TableTrainer trainer) {
    return trainer.lines().reversed().stream().filter(TrainingLine::best).findFirst();
  }

  private static String words(Ending ending, TrainingPlan plan, TableTrainer trainer) {
    String why =
        switch (ending) {
          case EPOCHS -> String.format(Locale.ROOT, "all %,d epochs are done", plan.epochs());
          case RULE -> "the rule of --stop-when is met";
          case PATIENCE ->
              String.format(Locale.ROOT, "%,d lines brought no better score", plan.patience());
          case DIVERGED -> Alarm.DIVERGED.title();
        };
    return "ended: "
        + why
        + best(trainer)
            .map(
                line ->
                    String.format(
                        Locale.ROOT,
                        "; the best is kept, epoch %,d with a score of %.4f",
                        line.epoch(),
                        line.value(TrainingMeasure.SCORE)))
            .orElse("; there was no line to keep");
  }

  private String next(long rows) {
    String model = output.model().toString();
    String quoted = model.matches("[\\w./+-]+") ? model : "'" + model.replace("'", "'\\''") + "'";
    return "next:  lanewise generate " + quoted + " -n " + rows + " -o generated.arrow";
  }
}
