package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/** What is held never passes the limit, and all of it is given back once. */
class MemoryBudgetTest {

  @Test
  void theLimitMayBeReachedAndNotPassed() {
    var budget = new MemoryBudget(10);
    assertEquals(10, budget.limitBytes());
    budget.reserve(4);
    budget.reserve(6);
    assertThrows(MalformedException.class, () -> budget.reserve(1));
    assertEquals(10, budget.heldBytes());
    budget.release(3);
    assertEquals(7, budget.heldBytes());
    assertThrows(MalformedException.class, () -> budget.reserve(Long.MAX_VALUE));
    budget.reserve(3);
  }

  @Test
  void aLimitBelowZeroIsTheCallersFault() {
    assertEquals(0, new MemoryBudget(0).limitBytes());
    var e = assertThrows(IllegalArgumentException.class, () -> new MemoryBudget(-1));
    assertEquals("memory limit is -1 bytes, expected at least 0", e.getMessage());
  }

  @Test
  void aLeaseGivesBackWhatIsLeftOfItOnce() {
    var budget = new MemoryBudget(10);
    var other = new Lease(budget);
    var lease = new Lease(budget);
    other.reserve(1);
    lease.reserve(8);
    var e = assertThrows(MalformedException.class, () -> lease.reserve(2));
    assertEquals(
        "needs 2 bytes decompressed, and of the memory limit of 10 bytes 9 are held",
        e.getMessage());
    lease.release(5);
    assertEquals(4, budget.heldBytes());
    lease.close();
    assertEquals(1, budget.heldBytes());
    lease.close();
    lease.release(1);
    assertEquals(1, budget.heldBytes());
    assertThrows(IllegalStateException.class, () -> lease.reserve(1));
    other.close();
    assertEquals(0, budget.heldBytes());
  }

  @Test
  void growingBytesHoldWhatTheirArraysTake() {
    var budget = new MemoryBudget(1 << 20);
    var bytes = new GrowingBytes(new Lease(budget));
    assertEquals(0, bytes.segment().byteSize());
    assertEquals(0, budget.heldBytes());
    MemorySegment first = bytes.extend(3);
    first.set(LittleEndian.BYTE, 2, (byte) 7);
    assertEquals(3, first.byteSize());
    assertEquals(4096, budget.heldBytes());
    assertEquals(4096, bytes.extend(4093).byteSize());
    assertEquals(4096, bytes.size());
    assertEquals(4096, budget.heldBytes(), "there was room for all");
    MemorySegment more = bytes.extend(1);
    assertEquals(4097, more.byteSize());
    assertEquals(4096 + 8192, budget.heldBytes(), "twice the size, and the old array is held");
    assertEquals(7, more.get(LittleEndian.BYTE, 2));
    bytes.extend(100_000);
    assertEquals(4096 + 8192 + 104_097, budget.heldBytes(), "as much as is asked for");
    more.set(LittleEndian.BYTE, 2, (byte) 8);
    assertEquals(7, bytes.segment().get(LittleEndian.BYTE, 2), "what was handed out stays");
    var e = assertThrows(MalformedException.class, () -> bytes.extend(Integer.MAX_VALUE - 104_104));
    assertEquals("grows to 2147483640 bytes, and at most 2147483639 are read", e.getMessage());
    assertEquals(104_097, bytes.size());
  }
}
