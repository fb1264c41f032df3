package io.lanewise.preview;

import java.util.Arrays;

/**
 * Lays small pictures side by side, up to ten in each of ten rows, with a line of one pixel around
 * each, and enlarges the whole.
 *
 * <p>Shapes: a picture is {@code height * width} values, row-major. Unit: that of the values, of
 * which {@code black} and what lies beyond it is drawn black, {@code white} and beyond white, and
 * those between in the nearest of 256 shades; {@code black} may be the larger. NaN is drawn as the
 * lines are, as are places without a picture.
 *
 * @param width of a picture
 * @param height of a picture
 * @param black the value that is black
 * @param white the value that is white
 * @param factor by how much the sheet is enlarged, 1 to 64
 */
public record ContactSheet(int width, int height, double black, double white, int factor) {

  /** Pictures in a row, and rows of them. */
  public static final int SIDE = 10;

  private static final int LARGEST_PICTURE = 1 << 10;
  private static final int LARGEST_FACTOR = 64;

  /** Told from black and from white by the eye. */
  private static final byte LINE = 96;

  /** Checks the sides and the shades. */
  public ContactSheet {
    if (width < 1 || height < 1 || width > LARGEST_PICTURE || height > LARGEST_PICTURE) {
      throw new IllegalArgumentException(
          "pictures of height x width = %d x %d, expected 1 to %d each"
              .formatted(height, width, LARGEST_PICTURE));
    }
    if (factor < 1 || factor > LARGEST_FACTOR) {
      throw new IllegalArgumentException(
          "enlarged by " + factor + ", expected 1 to " + LARGEST_FACTOR);
    }
    if (!Double.isFinite(white - black) || white == black) {
      throw new IllegalArgumentException(
          "black is %s and white %s, expected two finite numbers".formatted(black, white));
    }
  }

  /**
   * Draws the first hundred pictures.
   *
   * @param values pictures, one after the other
   * @param pictures how many there are
   * @throws IllegalArgumentException if there are not as many values as pictures need
   */
  public GreyImage draw(double[] values, int pictures) {
    int size = height * width;
    if (pictures < 0 || values.length != (long) pictures * size) {
      throw new IllegalArgumentException(
          "%d values, expected pictures * height * width = %d * %d * %d = %d"
              .formatted(values.length, pictures, height, width, (long) pictures * size));
    }
    int sheetWidth = SIDE * (width + 1) + 1;
    int sheetHeight = SIDE * (height + 1) + 1;
    byte[] pixels = new byte[sheetWidth * sheetHeight];
    Arrays.fill(pixels, LINE);
    for (int picture = 0; picture < Math.min(pictures, SIDE * SIDE); picture++) {
      int top = 1 + picture / SIDE * (height + 1);
      int left = 1 + picture % SIDE * (width + 1);
      for (int i = 0; i < size; i++) {
        double value = values[picture * size + i];
        if (!Double.isNaN(value)) {
          pixels[(top + i / width) * sheetWidth + left + i % width] = shade(value);
        }
      }
    }
    return new GreyImage(sheetWidth, sheetHeight, pixels).enlarged(factor);
  }

  private byte shade(double value) {
    return (byte) Math.round(255 * Math.clamp((value - black) / (white - black), 0.0, 1.0));
  }
}
