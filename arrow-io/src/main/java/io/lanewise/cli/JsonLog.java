package io.lanewise.cli;

import io.lanewise.gan.Ending;
import io.lanewise.gan.TrainingLine;
import io.lanewise.report.InformationUnit;
import io.lanewise.report.TrainingLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines as JSON, each in the file as soon as it is there. */
final class JsonLog implements TrainingLog {

  private final Path file;
  private final TrainingLines form;

  JsonLog(Path file, InformationUnit unit) {
    this.file = file;
    this.form = new TrainingLines(unit);
  }

  @Override
  public void begin(List<TrainingLine> lines, @Nullable Ending ending) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      all.append(form.json(lines.get(i), i == 0, i + 1 == lines.size() ? ending : null));
    }
    new OutputFile(file).write(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** In one write, so that there is no half a line to see. */
  @Override
  public void add(List<TrainingLine> lines, @Nullable Ending ending) {
    String line = form.json(lines.getLast(), lines.size() == 1, ending);
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new EnvironmentException(file + ": cannot be written: " + FileProblem.reason(e), e);
    }
  }

  @Override
  public void checkpoint() {}
}
