package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.gan.RowRoles.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows are for. */
class RowRolesTest {

  @ParameterizedTest
  @CsvSource({
    "50, 5, 40",
    "999, 99, 801",
    "5000, 500, 4000",
    "9999, 500, 8999",
    "20000, 1000, 18000",
    "1000000, 10000, 980000"
  })
  void someRowsAreHeldBack(int rows, int held, int learnt) {
    List<Role> roles = roles(rows, Long.MAX_VALUE, 3);
    assertEquals(learnt, Collections.frequency(roles, Role.LEARN));
    assertEquals(held, Collections.frequency(roles, Role.SCORE));
    assertEquals(held, Collections.frequency(roles, Role.ASK));
  }

  @Test
  void fewRowsAreForEverything() {
    assertEquals(Collections.nCopies(49, Role.ALL), roles(49, Long.MAX_VALUE, 3));
  }

  @Test
  void rowsThatDoNotFitAreLeft() {
    List<Role> roles = roles(5_000, 100, 3);
    assertEquals(100, Collections.frequency(roles, Role.LEARN));
    assertEquals(500, Collections.frequency(roles, Role.ASK));
    assertEquals(3_900, Collections.frequency(roles, Role.LEAVE));
  }

  @Test
  void dealingDoesNotChangeHowManyThereAre() {
    RowRoles roles = new RowRoles(5_000, 100, 3);
    for (int i = 0; i < 5_000; i++) {
      roles.next();
    }
    assertEquals(100, roles.learn());
    assertEquals(500, roles.ask());
  }

  /** 500 of 5,000 rows, half of them expected in the first half with a deviation of 10.6. */
  @Test
  void rowsAreHeldBackFromEverywhere() {
    for (long seed = 0; seed < 20; seed++) {
      List<Role> half = roles(5_000, Long.MAX_VALUE, seed).subList(0, 2_500);
      int held = Collections.frequency(half, Role.SCORE);
      assertTrue(held > 250 - 53 && held < 250 + 53, held + " with seed " + seed);
    }
  }

  private static List<Role> roles(int rows, long most, long seed) {
    RowRoles chooser = new RowRoles(rows, most, seed);
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      roles.add(chooser.next());
    }
    return roles;
  }
}
