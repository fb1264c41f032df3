package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of generated rows, drawn while a GAN trains. */
class PreviewTest {

  @TempDir private Path folder;

  /** Pictures of 2 x 3 or 2 x 2 pixels, the first of which are always 0, and the last always 16. */
  private Path table(int pixels) {
    List<OutputColumn> columns = new ArrayList<>();
    columns.add(Tables.longs("id", ids()));
    for (int pixel = 0; pixel < pixels; pixel++) {
      double[] values = new double[200];
      for (int row = 0; row < values.length; row++) {
        values[row] = pixel == 0 ? 0 : pixel == pixels - 1 ? 16 : (row + pixel) % 2 * 8;
      }
      columns.add(Tables.doubles("pixel_" + pixel / 2 + "_" + pixel % 2, values));
    }
    columns.add(Tables.words("label1", names()));
    return Tables.write(folder.resolve("pixels.arrow"), 1000, columns);
  }

  private static long[] ids() {
    long[] ids = new long[200];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = i % 9;
    }
    return ids;
  }

  private static String[] names() {
    String[] names = new String[200];
    for (int i = 0; i < names.length; i++) {
      names[i] = i % 2 == 0 ? "a" : "b";
    }
    return names;
  }

  @Test
  void theLeastValueIsBlackAndTheGreatestWhite() throws IOException {
    Path png = folder.resolve("sheet.png");
    SmallTraining.train(table(4), folder.resolve("m"), "--preview=" + png, "--quiet").result();
    BufferedImage image = ImageIO.read(png.toFile());
    // Ten pictures of two pixels and eleven lines, each four times as large.
    assertEquals(4 * 31, image.getWidth());
    assertEquals(4 * 31, image.getHeight());
    for (int picture = 0; picture < 100; picture++) {
      int left = 4 * (1 + picture % 10 * 3);
      int top = 4 * (1 + picture / 10 * 3);
      assertEquals(0, image.getRaster().getSample(left, top, 0));
      assertEquals(255, image.getRaster().getSample(left + 4, top + 4, 0));
    }
  }

  @Test
  void whatIsNoSquareIsRefused() {
    Path png = folder.resolve("sheet.png");
    Path model = folder.resolve("m");
    SmallTraining.train(table(6), model, "--preview=" + png)
        .refuses(ExitCode.USAGE, "--preview", "6 columns", "expected a square");
    Path other = SmallTraining.table(folder.resolve("real.arrow"));
    SmallTraining.train(other, model, "--preview=" + png)
        .refuses(ExitCode.USAGE, "--preview", "0 columns");
    SmallTraining.train(other, model, "--preview=" + other)
        .refuses(ExitCode.USAGE, "--preview", "is an input");
    assertTrue(Files.notExists(png));
    assertTrue(Files.notExists(model));
  }
}
