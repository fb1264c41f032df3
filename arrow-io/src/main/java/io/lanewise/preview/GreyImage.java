package io.lanewise.preview;

/**
 * A picture in 256 shades.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param pixels height x width, row-major, 0 black and 255 white; not copied
 */
public record GreyImage(int width, int height, byte[] pixels) {

  /** Checks that there are as many pixels as the sides say. */
  public GreyImage {
    if (width < 1 || height < 1 || pixels.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d pixels, expected height * width = %d * %d = %d, both at least 1"
              .formatted(pixels.length, height, width, (long) width * height));
    }
  }

  /** The picture with squares of {@code factor} x {@code factor} pixels in place of each. */
  GreyImage enlarged(int factor) {
    int wide = Math.multiplyExact(width, factor);
    int high = Math.multiplyExact(height, factor);
    byte[] squares = new byte[Math.multiplyExact(wide, high)];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        squares[y * wide + x] = pixels[y / factor * width + x / factor];
      }
    }
    return new GreyImage(wide, high, squares);
  }
}
