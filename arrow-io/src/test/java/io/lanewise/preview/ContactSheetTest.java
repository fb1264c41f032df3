package io.lanewise.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Sheets as another reader of PNG shows them. */
class ContactSheetTest {

  private static final int LINE = 96;

  private static BufferedImage read(GreyImage image) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngWriter.png(image)));
    assertEquals(BufferedImage.TYPE_BYTE_GRAY, read.getType());
    assertEquals(image.width(), read.getWidth());
    assertEquals(image.height(), read.getHeight());
    return read;
  }

  private static int shade(BufferedImage image, int x, int y) {
    return image.getRaster().getSample(x, y, 0);
  }

  @Test
  void everyPixelIsReadBack() throws IOException {
    var random = new Random(1);
    for (int[] sides : new int[][] {{1, 1}, {7, 3}, {300, 200}}) {
      byte[] pixels = new byte[sides[0] * sides[1]];
      random.nextBytes(pixels);
      BufferedImage read = read(new GreyImage(sides[0], sides[1], pixels));
      for (int i = 0; i < pixels.length; i++) {
        assertEquals(pixels[i] & 0xFF, shade(read, i % sides[0], i / sides[0]));
      }
    }
  }

  /** The JDK's reader does not look at the sums; others refuse a file for them. */
  @Test
  void chunksEndWithTheirSums() {
    byte[] png = PngWriter.png(new GreyImage(3, 2, new byte[6]));
    List<String> types = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(png).position(8);
    while (bytes.hasRemaining()) {
      int length = bytes.getInt();
      var sum = new CRC32();
      sum.update(png, bytes.position(), 4 + length);
      types.add(new String(png, bytes.position(), 4, StandardCharsets.US_ASCII));
      assertEquals((int) sum.getValue(), bytes.position(bytes.position() + 4 + length).getInt());
    }
    assertEquals(List.of("IHDR", "IDAT", "IEND"), types);
  }

  @Test
  void picturesLieInTheirPlacesBetweenLines() throws IOException {
    int width = 3;
    int height = 2;
    int pictures = 23;
    double[] values = new double[pictures * width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    var sheet = new ContactSheet(width, height, 0, 255, 4);
    BufferedImage read = read(sheet.draw(values, pictures));
    assertEquals(4 * (10 * 4 + 1), read.getWidth());
    assertEquals(4 * (10 * 3 + 1), read.getHeight());
    for (int y = 0; y < read.getHeight(); y++) {
      for (int x = 0; x < read.getWidth(); x++) {
        int column = x / 4 % (width + 1) - 1;
        int row = y / 4 % (height + 1) - 1;
        int picture = y / 4 / (height + 1) * 10 + x / 4 / (width + 1);
        boolean inside = column >= 0 && row >= 0 && picture < pictures;
        int expected = inside ? (picture * height + row) * width + column : LINE;
        assertEquals(expected, shade(read, x, y), x + ", " + y);
      }
    }
  }

  @Test
  void valuesBecomeTheNearestShade() throws IOException {
    double[] values = {0, 16, 8, -3, 99, 1, Double.NaN, Double.POSITIVE_INFINITY};
    int[] shades = {0, 255, 128, 0, 255, 16, LINE, 255};
    BufferedImage read = read(new ContactSheet(8, 1, 0, 16, 1).draw(values, 1));
    BufferedImage inverse = read(new ContactSheet(8, 1, 16, 0, 1).draw(values, 1));
    for (int i = 0; i < shades.length; i++) {
      assertEquals(shades[i], shade(read, 1 + i, 1), "value " + values[i]);
    }
    assertEquals(255, shade(inverse, 1, 1));
    assertEquals(0, shade(inverse, 2, 1));
  }

  @Test
  void ofMorePicturesTheFirstHundredAreShown() throws IOException {
    double[] values = new double[101];
    values[99] = 1;
    BufferedImage read = read(new ContactSheet(1, 1, 0, 1, 1).draw(values, 101));
    assertEquals(21, read.getWidth());
    assertEquals(255, shade(read, 19, 19));
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    var sheet = new ContactSheet(8, 8, 0, 16, 1);
    assertEquals(
        "65 values, expected pictures * height * width = 1 * 8 * 8 = 64",
        assertThrows(IllegalArgumentException.class, () -> sheet.draw(new double[65], 1))
            .getMessage());
    assertEquals(
        "black is 1.0 and white 1.0, expected two finite numbers",
        assertThrows(IllegalArgumentException.class, () -> new ContactSheet(8, 8, 1, 1, 1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new ContactSheet(0, 8, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new ContactSheet(8, 8, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new GreyImage(2, 2, new byte[3]));
  }
}
