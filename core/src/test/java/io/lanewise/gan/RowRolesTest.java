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
    "50, 10, 40",
    "999, 199, 800",
    "5000, 1000, 4000",
    "9999, 1000, 8999",
    "20000, 2000, 18000",
    "1000000, 10000, 990000"
  })
  void someRowsAreHeldBack(int rows, int held, int learnt) {
    List<Role> roles = roles(rows, Long.MAX_VALUE, 3);
    assertEquals(learnt, Collections.frequency(roles, Role.LEARN));
    assertEquals(held, Collections.frequency(roles, Role.HOLD));
  }

  @Test
  void fewRowsAreForEverything() {
    assertEquals(Collections.nCopies(49, Role.ALL), roles(49, Long.MAX_VALUE, 3));
  }

  @Test
  void rowsThatDoNotFitAreLeft() {
    List<Role> roles = roles(5_000, 100, 3);
    assertEquals(100, Collections.frequency(roles, Role.LEARN));
    assertEquals(1_000, Collections.frequency(roles, Role.HOLD));
    assertEquals(3_900, Collections.frequency(roles, Role.LEAVE));
  }

  @Test
  void dealingDoesNotChangeHowManyThereAre() {
    RowRoles roles = new RowRoles(5_000, 100, 3);
    for (int i = 0; i < 5_000; i++) {
      roles.next();
    }
    assertEquals(100, roles.learn());
    assertEquals(1_000, roles.held());
  }

  /** 1,000 of 5,000 rows, half of them expected in the first half with a deviation of 14.1. */
  @Test
  void rowsAreHeldBackFromEverywhere() {
    for (long seed = 0; seed < 20; seed++) {
      List<Role> half = roles(5_000, Long.MAX_VALUE, seed).subList(0, 2_500);
      int held = Collections.frequency(half, Role.HOLD);
      assertTrue(held > 500 - 70 && held < 500 + 70, held + " with seed " + seed);
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
