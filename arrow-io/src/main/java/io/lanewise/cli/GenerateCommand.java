package io.lanewise.cli;

import io.lanewise.arrow.TableTemplate;
import io.lanewise.arrow.TableWriter;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.gan.GanModel;
import io.lanewise.gan.RowGenerator;
import io.lanewise.gan.TrainingLine;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes rows with a trained model. */
@Command(
    name = "generate",
    description = "Generate rows with a trained model, into a table with the real one's schema.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "MODEL is what 'lanewise train' keeps. The rows follow from it and the seed: the first 1000 of",
      "a million are the 1000 of a thousand, on any machine. Memory does not grow with their number.",
      "FILE becomes an uncompressed Arrow IPC file; to standard output goes a stream, which ends",
      "quietly when nobody reads on. Generated values are like those of the real data, categories",
      "and bounds are the very same ones: what must not be known of the real data is not safe here.",
      "",
      "Exit codes: 0 good, 2 wrong usage, 3 input refused, 4 environment, 5 internal error.",
      "",
      "Examples:",
      "  lanewise generate real.model -n 100000 -o generated.arrow",
      "  lanewise generate real.model -n 1M -o - --seed 7 | lanewise score real.arrow -"
    })
final class GenerateCommand implements Callable<Integer> {

  @ParentCommand private Lanewise lanewise;

  @Reads
  @Parameters(index = "0", paramLabel = "MODEL", description = "the trained model")
  private Path file;

  @Option(
      names = {"-n", "--rows"},
      paramLabel = "ROWS",
      required = true,
      converter = RowCount.Converter.class,
      description = "how many rows, like 50000, 50k or 1M")
  private RowCount rows = new RowCount(1);

  @Writes
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "write the rows to FILE, as a whole or not at all; - is standard output")
  private Path output = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Seed.Converter.class,
      description = "seed of the rows (default: 0)")
  private Seed seed = new Seed(0);

  @Option(names = "--quiet", description = "no progress")
  private boolean quiet;

  @Override
  public Integer call() {
    Streams streams = lanewise.streams();
    boolean toStream = output.toString().equals("-");
    if (toStream && streams.outIsTerminal()) {
      throw new UsageException("--output - is a terminal, expected a file or a pipe");
    }
    if (!toStream) {
      new OutputFile(output).check();
    }
    GanModel model = ModelFile.read(file);
    if (model.lines().stream().noneMatch(TrainingLine::best)) {
      throw new DataException(
          file + ": its training was stopped before the first good line; train --resume goes on");
    }
    TableTemplate template = ModelFile.template(model, file.toString());
    RowGenerator generator = model.generator(seed.value(), CommandKernels.installed());
    try (Progress progress = new Progress(streams, rows.rows(), "rows", quiet)) {
      if (toStream) {
        writeStream(template, generator, progress);
      } else {
        new OutputFile(output)
            .write(
                out -> {
                  String name = output.toString();
                  TableWriter writer =
                      TableWriter.file(name, template, out, TableWriter.BATCH_ROWS);
                  write(writer, generator, progress);
                });
      }
    }
    return ExitCode.OK;
  }

  private void writeStream(TableTemplate template, RowGenerator generator, Progress progress) {
    try (WritableByteChannel out = new OutputPipe(lanewise.streams())) {
      write(
          TableWriter.stream("stdout", template, out, TableWriter.BATCH_ROWS), generator, progress);
    } catch (OutputPipe.ClosedException e) {
      // Who has seen enough, as head has, is no error.
    } catch (IOException e) {
      throw new EnvironmentException("standard output cannot be written: " + e.getMessage(), e);
    }
  }

  private void write(TableWriter writer, RowGenerator generator, Progress progress)
      throws IOException {
    for (long made = 0; made < rows.rows(); ) {
      int count = (int) Math.min(RowGenerator.BATCH, rows.rows() - made);
      try (ColumnBatch batch = generator.next(count)) {
        writer.accept(batch);
      }
      made += count;
      progress.accept(made);
    }
    writer.finish();
  }
}
