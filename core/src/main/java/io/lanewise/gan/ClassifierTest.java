package io.lanewise.gan;

import io.lanewise.column.DataException;
import io.lanewise.column.Field;
import io.lanewise.column.Table;
import io.lanewise.evaluate.ColumnMatch;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.NotScored;
import io.lanewise.gan.codec.CodecSettings;
import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.codec.TableCodec;
import io.lanewise.gan.layer.LayerSpec;
import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Whether a discriminator can tell real from generated rows: the classifier two-sample test of D.
 * Lopez-Paz and M. Oquab, "Revisiting classifier two-sample tests", ICLR (2017).
 *
 * <p>As many rows of either side are drawn. Half of them teach a discriminator D, the other half,
 * which it has never seen, tests it: how often it is right and how likely that is by chance ({@link
 * Guesses}), how well it orders rows ({@link RocArea}), and the lower limit of the JS divergence of
 * rows ({@link Verdict#jsLowerLimit}), {@code JS >= (V + ln 4)/2}. A weak D makes these small,
 * never wrong.
 *
 * <p>Equal rows never lie in both halves, so nothing is known by heart ({@link RowParts}); where
 * rows repeat much, D is asked about rows like none that it knows, and the limit allows for equal
 * rows being one draw ({@link GroupedMeans}). Of the half to learn from a fifth is held back: D is
 * as it was when its value there was greatest.
 *
 * <p>D sees rows through a {@link TableCodec} that is fitted to both sides together: values that
 * one side alone has, and functions between columns that hold on one side alone, stay visible. So
 * null, NaN and the infinities are values of their own, and of a column of more than 1,000
 * categories D sees the 999 most frequent. The codec does not know which side a row is of, and
 * takes no part in what is exact about the p-value.
 *
 * <p>Results depend on tables, settings and seed, not on threads or kernels. Cost: two walks over
 * the tables, a sort of each column, {@code 6 w} floating-point operations a row and epoch for a
 * network of w weights. Memory: 4 bytes a float of the rows used, at most a quarter of Java's heap,
 * beside what fitting the codec takes.
 */
public final class ClassifierTest {

  /** Fewest rows of a side in either half. */
  static final int LEAST = 8;

  /** The rows take at most this part of the heap. */
  private static final int HEAP_PART = 4;

  private static final int LEAST_STEPS = 10;
  private static final int MOST_STEPS = 500;

  private final ClassifierSettings settings;
  private final TableCodec codec;
  private final SampledRows sample;
  private final RowGroups groups;
  private final RowParts parts;
  private final long realRows;
  private final long generatedRows;
  private final List<NotScored> notCompared;
  private final long seed;
  private final int threads;
  private final Kernels kernels;

  private ClassifierTest(
      ClassifierSettings settings,
      TableCodec codec,
      SampledRows sample,
      RowGroups groups,
      RowParts parts,
      Table real,
      Table generated,
      List<NotScored> notCompared,
      long seed,
      int threads,
      Kernels kernels) {
    this.settings = settings;
    this.codec = codec;
    this.sample = sample;
    this.groups = groups;
    this.parts = parts;
    this.realRows = real.rowCount();
    this.generatedRows = generated.rowCount();
    this.notCompared = notCompared;
    this.seed = seed;
    this.threads = threads;
    this.kernels = kernels;
  }

  /**
   * Prepares a test of all columns that two tables have in common, with the usual settings.
   *
   * @throws DataException as the other one does
   */
  public static ClassifierTest of(Table real, Table generated, long seed, Kernels kernels) {
    return of(
        real,
        generated,
        ColumnMatching.of(real.schema(), generated.schema(), ColumnSelection.ALL),
        ClassifierSettings.USUAL,
        seed,
        Runtime.getRuntime().availableProcessors(),
        kernels);
  }

  /**
   * Prepares a test: reads the rows, and deals them.
   *
   * @param real the real data, read twice; may be closed afterwards
   * @param generated the generated data, read twice; may be closed afterwards
   * @param matching the columns that are compared; how they are binned is of no meaning here
   * @param settings of the discriminator
   * @param seed of all random numbers
   * @param threads most threads, at least 1
   * @param kernels who computes
   * @throws DataException if a table cannot be read, a side has no rows, no column can be compared,
   *     all rows are equal, or one of the halves has fewer than 8 rows of a side
   * @throws MemoryException if the network needs more memory than Java may take
   */
  public static ClassifierTest of(
      Table real,
      Table generated,
      ColumnMatching matching,
      ClassifierSettings settings,
      long seed,
      int threads,
      Kernels kernels) {
    List<ColumnMatch> matches = new ArrayList<>();
    List<NotScored> notCompared = new ArrayList<>(matching.notScored());
    for (ColumnMatch match : matching.matches()) {
      if (PooledTable.isPoolable(match)) {
        matches.add(match);
      } else {
        notCompared.add(otherUnit(match));
      }
    }
    requireRows(real);
    requireRows(generated);
    PooledTable pool = new PooledTable(real, generated, matches);
    if (matches.isEmpty()) {
      throw new DataException(pool.source() + ": " + noColumns(notCompared));
    }
    TableCodec codec = TableCodec.fit(pool, CodecSettings.ofDefaults());
    if (codec.layout().width() == 0) {
      throw allEqual(pool);
    }
    long heapBytes = Runtime.getRuntime().maxMemory();
    int perSide = perSide(real, generated, codec.layout(), settings, heapBytes);
    checkMemory(settings, codec.layout(), perSide, heapBytes);
    RandomNumbers random = new RandomNumbers(seed);
    SampledRows sample = SampledRows.of(pool, codec, real.rowCount(), perSide, random.next());
    RowGroups groups = RowGroups.of(sample.values(), sample.width());
    if (groups.count() == 1) {
      throw allEqual(pool);
    }
    RowParts parts = RowParts.of(groups, random.next());
    requireHalves(pool, parts, groups);
    return new ClassifierTest(
        settings,
        codec,
        sample,
        groups,
        parts,
        real,
        generated,
        notCompared,
        seed,
        threads,
        kernels);
  }

  private static NotScored otherUnit(ColumnMatch match) {
    return new NotScored(
        match.real().name(),
        NotScored.Side.BOTH,
        match.real().type().name() + " / " + match.generated().type().name(),
        "told in units of %s and of %s"
            .formatted(
                match.real().type().step().toPlainString(),
                match.generated().type().step().toPlainString()));
  }

  private static void requireRows(Table table) {
    if (table.rowCount() == 0) {
      throw new DataException(table.source() + ": 0 rows, expected at least " + 2 * LEAST);
    }
  }

  private static String noColumns(List<NotScored> columns) {
    return columns.stream()
        .filter(column -> column.side() == NotScored.Side.BOTH)
        .findFirst()
        .map(column -> "no column can be compared: '" + column.name() + "': " + column.reason())
        .orElse("no columns in common");
  }

  private static DataException allEqual(Table pool) {
    return new DataException(
        pool.source() + ": all rows are equal, there is nothing to tell apart");
  }

  private static void requireHalves(Table pool, RowParts parts, RowGroups groups) {
    int learnt = parts.learn().perSide() + parts.choose().perSide();
    int tested = parts.test().perSide();
    boolean enough =
        Math.min(learnt, tested) >= LEAST
            && Math.min(parts.learn().perSide(), parts.choose().perSide()) >= 1;
    if (!enough) {
      throw new DataException(
          ("%s: %d different rows make halves of %d and %d rows of each side, expected at least %d;"
                  + " equal rows stay together")
              .formatted(pool.source(), groups.count(), learnt, tested, LEAST));
    }
  }

  /** As many as there are, are wanted, and fit. */
  private static int perSide(
      Table real, Table generated, RowLayout layout, ClassifierSettings settings, long heapBytes) {
    long mostFloats = Math.min(heapBytes / HEAP_PART / Float.BYTES, Integer.MAX_VALUE - 8);
    long most = Math.max(1, mostFloats / layout.width() / 2);
    long rows = Math.min(real.rowCount(), generated.rowCount());
    return (int) Math.min(Math.min(rows, settings.mostRows()), most);
  }

  private static void checkMemory(
      ClassifierSettings settings, RowLayout layout, int perSide, long limitBytes) {
    List<LayerSpec> layers = layers(settings, layout, perSide);
    double parameters = TrainingMemory.parameters(layout.width(), layers);
    TrainingMemory.check(parameters);
    int batch = Math.min(settings.batch(), perSide);
    int microBatch = Math.min(batch, GanTrainer.MICRO_BATCH);
    double passes =
        Math.ceil((double) batch / microBatch)
                * TrainingMemory.pass(layout.width(), layers, 2.0 * microBatch)
            + TrainingMemory.pass(layout.width(), layers, Judge.PACKS);
    // Parameters, the best of them, sums of gradients and two moments.
    double floats = passes + 5 * parameters + 2.0 * perSide * layout.width();
    TrainingMemory.check(
        Float.BYTES * floats, limitBytes, "smaller layers or batches, or fewer rows need less");
  }

  private static List<LayerSpec> layers(
      ClassifierSettings settings, RowLayout layout, int learntRows) {
    return Architecture.discriminator(
        settings.hidden(),
        settings.softBins(),
        1,
        layout,
        settings.dropoutFor(2L * learntRows, layout.width()));
  }

  /** Steps of learning at most. */
  public long mostSteps() {
    return settings.epochs().isPresent()
        ? (long) settings.epochs().getAsInt() * stepsPerEpoch()
        : ClassifierSettings.USUAL_STEPS;
  }

  private int stepsPerEpoch() {
    return Math.ceilDiv(parts.learn().perSide(), batch());
  }

  private int batch() {
    return Math.min(settings.batch(), parts.learn().perSide());
  }

  /** Steps after which D is looked at: those of an epoch, unless they are very few or many. */
  private int stepsPerLook() {
    return Math.clamp(stepsPerEpoch(), LEAST_STEPS, MOST_STEPS);
  }

  /**
   * Learns and tests; the same each time.
   *
   * @param stepsDone told after each step how many are done
   */
  public ClassifierResult run(LongConsumer stepsDone) {
    RandomNumbers random = new RandomNumbers(seed);
    // Those of drawing and dealing.
    random.next();
    random.next();
    Network discriminator =
        Network.initial(
            sample.width(),
            layers(settings, codec.layout(), parts.learn().perSide()),
            random.next());
    Judge judge = new Judge(discriminator, kernels);
    float[] parameters = discriminator.parameters();
    float[] best = parameters.clone();
    double bestValue = value(judge);
    long bestStep = 0;
    long steps = 0;
    try (DiscriminatorTrainer trainer =
        new DiscriminatorTrainer(
            discriminator,
            ClassifierSettings.OPTIMIZER,
            sample.values(),
            parts.learn(),
            batch(),
            random,
            threads,
            kernels)) {
      int looks = 0;
      while (looks < settings.patience() && steps < mostSteps()) {
        long until = Math.min(mostSteps(), steps + stepsPerLook());
        while (trainer.steps() < until) {
          trainer.step();
          stepsDone.accept(trainer.steps());
        }
        steps = trainer.steps();
        double value = value(judge);
        looks++;
        if (value > bestValue) {
          bestValue = value;
          bestStep = steps;
          looks = 0;
          System.arraycopy(parameters, 0, best, 0, best.length);
        }
      }
    }
    System.arraycopy(best, 0, parameters, 0, best.length);
    return test(judge, steps, bestStep);
  }

  /** V on the rows that choose. */
  private double value(Judge judge) {
    return Verdict.of(
            judge.logits(sample.values(), parts.choose().real()),
            judge.logits(sample.values(), parts.choose().generated()),
            1,
            kernels)
        .value();
  }

  private ClassifierResult test(Judge judge, long steps, long bestStep) {
    int[] realGroups = groupsOf(parts.test().real());
    int[] generatedGroups = groupsOf(parts.test().generated());
    float[] real = judge.logits(sample.values(), parts.test().real());
    float[] generated = judge.logits(sample.values(), parts.test().generated());
    double variance =
        GroupedMeans.variance(
            Verdict.terms(real, true),
            realGroups,
            Verdict.terms(generated, false),
            generatedGroups,
            groups.count());
    return new ClassifierResult(
        realRows,
        generatedRows,
        sample.perSide(),
        parts.learn().perSide(),
        parts.choose().perSide(),
        (int)
            IntStream.concat(Arrays.stream(realGroups), Arrays.stream(generatedGroups))
                .distinct()
                .count(),
        codec.schema().fields().stream().map(Field::name).toList(),
        notCompared,
        steps,
        bestStep,
        Guesses.of(real, generated),
        RocArea.of(real, realGroups, generated, generatedGroups, groups.count()),
        Verdict.of(real, generated, 1, kernels).withStandardError(Math.sqrt(variance)));
  }

  private int[] groupsOf(int[] rows) {
    return Arrays.stream(rows).map(row -> groups.ofRows()[row]).toArray();
  }
}
