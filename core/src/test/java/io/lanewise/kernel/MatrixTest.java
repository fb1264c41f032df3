package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MatrixTest {
  private final float[] twelve = new float[12];

  @Test
  void viewsAreRectanglesOfTheSameArray() {
    Matrix matrix = Matrix.of(twelve, 3, 4);
    assertEquals(new Matrix(twelve, 4, 2, 4, 4), matrix.rows(1, 3));
    assertEquals(new Matrix(twelve, 1, 3, 2, 4), matrix.columns(1, 3));
    assertEquals(new Matrix(twelve, 9, 1, 2, 4), matrix.rows(2, 3).columns(1, 3));
  }

  @Test
  void anEmptyViewLiesInsideTheArrayWhereverItIsCut() {
    Matrix matrix = Matrix.of(twelve, 3, 4);
    assertEquals(0, matrix.rows(3, 3).rows());
    assertEquals(0, matrix.columns(4, 4).columns());
    assertEquals(0, Matrix.of(new float[0], 0, 4).columns(2, 4).rows());
    assertEquals(5, Matrix.of(new float[0], 5, 0).rows(0, 5).rows());
    assertEquals(1, new Matrix(twelve, 12, 10, 0, 5).rows(1, 2).rows());
  }

  @Test
  void theLastRowNeedsNoPaddingToTheStride() {
    assertEquals(2, new Matrix(twelve, 0, 2, 5, 7).rows());
  }

  @Test
  void whatDoesNotFitIsRefusedWithBothValues() {
    refused("array has 12 elements, expected rows*columns = 3*5 = 15", () -> of(3, 5));
    refused("matrix of -1 x 4", () -> new Matrix(twelve, 0, -1, 4, 4));
    refused("matrix of 3 x -4", () -> new Matrix(twelve, 0, 3, -4, 4));
    refused("stride is 3, expected at least the 4", () -> new Matrix(twelve, 0, 3, 4, 3));
    refused("begins at 13 of an array of 12", () -> new Matrix(twelve, 13, 0, 0, 0));
    refused("begins at -1", () -> new Matrix(twelve, -1, 1, 1, 1));
    refused("ends at 13 of an array of 12", () -> new Matrix(twelve, 1, 3, 4, 4));
    refused("ends at 1152921503533105154", () -> new Matrix(twelve, 1, 1 << 30, 1, 1 << 30));
    refused("rows [1, 4) of a matrix that has 3", () -> of(3, 4).rows(1, 4));
    refused("columns [2, 1) of a matrix that has 4", () -> of(3, 4).columns(2, 1));
    refused("matrix of 65536 x 65536", () -> Matrix.zeros(65536, 65536));
    refused("slope is 0.0", () -> Activation.leakyRelu(0));
    refused("slope is 0.5", () -> new Activation(Activation.Kind.TANH, 0.5f));
  }

  @Test
  void overlapIsToldByRangesOfOneArray() {
    Matrix matrix = Matrix.of(twelve, 3, 4);
    assertTrue(matrix.rows(0, 2).overlaps(matrix.rows(1, 3)));
    assertFalse(matrix.rows(0, 1).overlaps(matrix.rows(1, 3)));
    assertFalse(matrix.rows(1, 1).overlaps(matrix));
    assertFalse(matrix.overlaps(Matrix.zeros(3, 4)));
    assertTrue(matrix.columns(0, 2).overlaps(matrix.columns(2, 4)));
    assertFalse(new Matrix(twelve, 5, 0, 4, 4).overlaps(matrix));
    assertFalse(matrix.overlaps(new Matrix(twelve, 5, 3, 0, 4)));
  }

  private Matrix of(int rows, int columns) {
    return Matrix.of(twelve, rows, columns);
  }

  private static void refused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }
}
