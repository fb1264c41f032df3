package io.lanewise.cli;

import io.lanewise.arrow.TableTemplate;
import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.gan.GanModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models in files. */
final class ModelFile {

  private static final String FAMILY =
      GanModel.FORMAT.substring(0, GanModel.FORMAT.indexOf('/') + 1);

  private ModelFile() {}

  /** Whether a file holds a model of any version; who cannot be read is none. */
  static boolean isLikely(Path path) {
    try {
      byte[] bytes = Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[0];
      return Container.isLikely(bytes)
          && Container.of(bytes, path.toString())
              .metadata()
              .getOrDefault(Container.FORMAT_KEY, "")
              .startsWith(FAMILY);
    } catch (IOException | DataException e) {
      // Whoever reads it next says what is wrong.
      return false;
    }
  }

  /** The model in a file, which must hold one. */
  static GanModel read(Path path) {
    String source = path.toString();
    GanModel model = GanModel.read(ContainerFile.read(path, "model", GanModel.FORMAT), source);
    template(model, source);
    return model;
  }

  /**
   * The schema of the tables that a model generates.
   *
   * @throws DataException if it is not one of the columns that the codec decodes to
   */
  static TableTemplate template(GanModel model, String source) {
    TableTemplate template = TableTemplate.parse(source + ": its schema", model.schema());
    model
        .columns()
        .difference(template.schema())
        .ifPresent(
            difference -> {
              throw new DataException(source + ": its codec and its schema differ: " + difference);
            });
    return template;
  }
}
