package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ProductTest {
  private final float[] hundred = new float[100];

  @Test
  void shapesMustFit() {
    assertEquals(
        "product NN: depth of b is 4, expected the depth of a, 3",
        refusal(Form.NN, zeros(2, 3), zeros(4, 5), zeros(2, 5)));
    assertEquals(
        "product NT: columns of c is 3, expected the n of b, 5",
        refusal(Form.NT, zeros(2, 3), zeros(5, 3), zeros(2, 3)));
    assertEquals(
        "product TN: rows of c is 3, expected the m of a, 2",
        refusal(Form.TN, zeros(3, 2), zeros(3, 5), zeros(3, 5)));
  }

  @Test
  void sizesAreThoseOfTheForm() {
    for (Form form : Form.values()) {
      Matrix a = form == Form.TN ? zeros(4, 2) : zeros(2, 4);
      Matrix b = form == Form.NT ? zeros(3, 4) : zeros(4, 3);
      Product product = new Product(form, a, b, Update.SET, zeros(2, 3));
      assertEquals("2 3 4", product.m() + " " + product.n() + " " + product.k());
    }
  }

  @Test
  void theResultMayNotOverlapAnOperand() {
    Matrix a = new Matrix(hundred, 0, 3, 4, 4);
    Matrix b = new Matrix(hundred, 12, 4, 5, 5);
    assertDoesNotThrow(
        () -> new Product(Form.NN, a, b, Update.SET, new Matrix(hundred, 32, 3, 5, 5)));
    assertEquals(
        "product: c (3 x 5 floats from 31 with stride 5) overlaps b (4 x 5 floats from 12 with"
            + " stride 5) of the same array",
        refusal(Form.NN, a, b, new Matrix(hundred, 31, 3, 5, 5)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Product(Form.NN, a, b, Update.SET, new Matrix(hundred, 11, 3, 5, 30)));
  }

  @Test
  void noPartMayBeMissing() {
    Matrix c = zeros(2, 2);
    Matrix d = zeros(2, 2);
    for (Executable missing :
        List.<Executable>of(
            () -> new Product(null, c, c, Update.SET, d),
            () -> new Product(Form.NN, c, c, null, d),
            () -> new Product(Form.NN, c, c, Update.SET, d, null),
            () -> new Activation(null, 0),
            () -> new ParallelProducts(null, 2))) {
      assertThrows(NullPointerException.class, missing);
    }
  }

  @Test
  void theBiasMustReachAndStandApart() {
    Matrix c = new Matrix(hundred, 0, 2, 5, 5);
    Matrix a = zeros(2, 3);
    Matrix b = zeros(3, 5);
    assertDoesNotThrow(() -> product(a, b, c, new Epilogue(hundred, 95, Activation.RELU)));
    assertDoesNotThrow(() -> product(a, b, c, new Epilogue(hundred, 10, Activation.RELU)));
    assertEquals(
        "product: bias has 4 elements from 96 on, expected at least n = 5",
        assertThrows(
                IllegalArgumentException.class,
                () -> product(a, b, c, new Epilogue(hundred, 96, Activation.RELU)))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> product(a, b, c, new Epilogue(hundred, 9, Activation.RELU)));
  }

  @Test
  void aBiasBeginsInsideItsArray() {
    assertThrows(IllegalArgumentException.class, () -> new Epilogue(hundred, 101, Activation.RELU));
    assertThrows(IllegalArgumentException.class, () -> new Epilogue(hundred, -1, Activation.RELU));
    assertEquals(
        "bias begins at 1, expected 0 to 0",
        assertThrows(
                IllegalArgumentException.class, () -> new Epilogue(null, 1, Activation.IDENTITY))
            .getMessage());
  }

  @Test
  void rowsAreThoseOfTheResult() {
    for (Form form : Form.values()) {
      Matrix a = form == Form.TN ? zeros(4, 6) : zeros(6, 4);
      Matrix b = form == Form.NT ? zeros(3, 4) : zeros(4, 3);
      Matrix c = zeros(6, 3);
      Product part = new Product(form, a, b, Update.ADD, c).rows(2, 5);
      assertEquals(c.rows(2, 5), part.c());
      assertEquals(form == Form.TN ? a.columns(2, 5) : a.rows(2, 5), part.a());
      assertEquals(b, part.b());
      assertEquals(4, part.k());
    }
  }

  private static Product product(Matrix a, Matrix b, Matrix c, Epilogue epilogue) {
    return new Product(Form.NN, a, b, Update.SET, c, epilogue);
  }

  private static String refusal(Form form, Matrix a, Matrix b, Matrix c) {
    return assertThrows(
            IllegalArgumentException.class, () -> new Product(form, a, b, Update.SET, c))
        .getMessage();
  }

  private static Matrix zeros(int rows, int columns) {
    return Matrix.zeros(rows, columns);
  }
}
