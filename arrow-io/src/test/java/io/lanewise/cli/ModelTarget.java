package io.lanewise.cli;

import io.lanewise.arrow.TableTemplate;
import io.lanewise.arrow.TableWriter;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.container.LooseContainer;
import io.lanewise.fuzz.FuzzTarget;
import io.lanewise.fuzz.Golden;
import io.lanewise.fuzz.Refusal;
import io.lanewise.gan.GanModel;
import io.lanewise.kernel.Kernels;
import io.lanewise.report.ModelContents;
import io.lanewise.report.ModelJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;

/** The reader of models; what it accepts can be shown, and generates rows. */
public final class ModelTarget implements FuzzTarget {

  private static final int ROWS = 5;

  @Override
  public List<byte[]> seeds() throws IOException {
    return List.of(LooseContainer.write(Container.of(Golden.bytes("gan-1"), "golden"), 0));
  }

  @Override
  public boolean feed(byte[] input) throws IOException {
    byte[] bytes = LooseContainer.read(input, 0).toBytes();
    try {
      GanModel model = GanModel.read(Container.of(bytes, "input"), "input");
      TableTemplate template = ModelFile.template(model, "input");
      ModelJson.of(new ModelContents("input", bytes.length, model), "1");
      generate(model, template);
      return true;
    } catch (DataException e) {
      Refusal.check(e.getMessage());
      return false;
    }
  }

  private static void generate(GanModel model, TableTemplate template) throws IOException {
    var out = Channels.newChannel(new ByteArrayOutputStream());
    TableWriter writer = TableWriter.file("output", template, out, TableWriter.BATCH_ROWS);
    try (ColumnBatch batch = model.generator(1, Kernels.scalar()).next(ROWS)) {
      writer.accept(batch);
    }
    writer.finish();
  }
}
