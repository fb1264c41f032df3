package io.lanewise.gan;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.Table;
import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.evaluate.StreamingEvaluator;
import io.lanewise.gan.codec.CodecSettings;
import io.lanewise.gan.codec.TableCodec;
import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Trains a GAN on a table, and watches it: after every few epochs fresh rows are generated and
 * scored against rows that were held back, the best generator is kept, and the training ends when
 * it should.
 *
 * <p>Lines, models and rows depend on the table, the settings and the plan's seed, not on threads,
 * kernels or stops in between. One thread at a time.
 */
public final class TableTrainer implements AutoCloseable {

  /** Rows that are generated for a line. */
  static final int SAMPLE = 10 * RowGenerator.BATCH;

  /** Where a model keeps the sums of losses since the last line. */
  private static final String LOSSES = "line.losses";

  /** The floats to learn from take at most this part of the heap. */
  private static final int HEAP_PART = 4;

  private final GanSettings settings;
  private final TrainingPlan plan;
  private final TableCodec codec;
  private final TrainingData data;
  private final TrainingOrigin origin;
  private final Kernels kernels;
  private final GanTrainer trainer;
  private final Judge judge;
  private final TrainingWatch watch = new TrainingWatch();
  private final List<TrainingLine> lines = new ArrayList<>();
  private double discriminatorLoss;
  private double generatorLoss;
  private Network best;
  private @Nullable Ending ending;

  private TableTrainer(
      GanSettings settings,
      TrainingPlan plan,
      TableCodec codec,
      TrainingData data,
      long rows,
      Kernels kernels) {
    this.settings = settings;
    this.plan = plan;
    this.codec = codec;
    this.data = data;
    this.origin = new TrainingOrigin(plan.seed(), plan.every(), rows, data.digest());
    this.kernels = kernels;
    this.trainer =
        new GanTrainer(
            settings, codec.layout(), data.learn(), plan.seed(), plan.threads(), kernels);
    this.judge = new Judge(trainer.discriminator(), kernels);
    this.best = trainer.averagedGenerator();
  }

  /**
   * Prepares a training.
   *
   * @param table the real data, read three times; may be closed afterwards
   * @param choice of settings
   * @param plan of the training
   * @param kernels who computes
   * @throws DataException if the table cannot be read, or no column varies that is no identifier
   * @throws MemoryException if the networks need more memory than Java may take
   */
  public static TableTrainer start(
      Table table, SettingsChoice choice, TrainingPlan plan, Kernels kernels) {
    return of(table, TableCodec.fit(table, CodecSettings.ofDefaults()), choice, plan, kernels);
  }

  /**
   * Goes on with a training, as if it had never stopped.
   *
   * @param table the data that it began with
   * @param model where it has come to; its settings and codec are taken
   * @param plan with the seed and the distance of lines that it began with; it may go further
   * @param kernels who computes
   * @throws DataException if the table cannot be read, or is another
   * @throws MemoryException if the networks need more memory than Java may take
   * @throws IllegalArgumentException if the seed or the distance of lines is another
   */
  public static TableTrainer resume(
      Table table, GanModel model, TrainingPlan plan, Kernels kernels) {
    TrainingOrigin wanted = model.origin();
    if (plan.seed() != wanted.seed() || plan.every() != wanted.every()) {
      throw new IllegalArgumentException(
          "seed %d and a line every %d epochs, but the training began with %d and %d"
              .formatted(plan.seed(), plan.every(), wanted.seed(), wanted.every()));
    }
    requireSame(table, model.codec());
    TableTrainer trainer = of(table, model.codec(), (_, _) -> model.settings(), plan, kernels);
    if (!trainer.origin.equals(wanted)) {
      trainer.close();
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: its %,d rows are not those that the training began with (%,d), or not in their"
                  + " order, or another number of them fits into memory",
              table.source(),
              trainer.origin.rows(),
              wanted.rows()));
    }
    try {
      trainer.goOn(model);
    } catch (IllegalArgumentException | IllegalStateException e) {
      trainer.close();
      throw new DataException("the training cannot go on: " + e.getMessage(), e);
    }
    return trainer;
  }

  /**
   * Fails where a table is not the one that a codec was fitted to: floats do not tell columns that
   * never vary, or that follow from another, nor rare categories.
   */
  private static void requireSame(Table table, TableCodec codec) {
    TableCodec fitted = TableCodec.fit(table, CodecSettings.ofDefaults());
    fitted
        .schema()
        .difference(codec.schema())
        .ifPresent(
            difference -> {
              throw new DataException(
                  table.source() + ": not the data that the training began with: " + difference);
            });
    if (!fitted.isSameAs(codec)) {
      throw new DataException(
          table.source() + ": its values are not those that the training began with");
    }
  }

  private void goOn(GanModel model) {
    trainer.restore(model.training());
    double[] losses = model.training().tensor(LOSSES).toDoubles();
    if (losses.length != 2) {
      throw new IllegalArgumentException(
          "training/%s has %d numbers, expected 2".formatted(LOSSES, losses.length));
    }
    discriminatorLoss = losses[0];
    generatorLoss = losses[1];
    lines.addAll(model.lines());
    requireStepsOfLines();
    lines.forEach(line -> watch.look(line.figures()));
    System.arraycopy(model.parameters(), 0, best.parameters(), 0, model.parameters().length);
    ending = Ending.of(plan, lines);
  }

  /** A line counts the steps of whole epochs, and the next one is at most so many further. */
  private void requireStepsOfLines() {
    long epochs = lines.isEmpty() ? 0 : lines.getLast().epoch();
    long before = epochs * trainer.stepsPerEpoch();
    double told = lines.isEmpty() ? 0 : lines.getLast().value(TrainingMeasure.STEPS);
    if (told != before || trainer.steps() < before || trainer.steps() > before + stepsPerLine()) {
      throw new IllegalArgumentException(
          "%d steps, and %.0f at epoch %d, expected %d there and at most %d more"
              .formatted(trainer.steps(), told, epochs, before, stepsPerLine()));
    }
  }

  private static TableTrainer of(
      Table table, TableCodec codec, SettingsChoice choice, TrainingPlan plan, Kernels kernels) {
    if (codec.layout().width() == 0) {
      throw new DataException(
          table.source() + ": the same values in all rows, there is nothing to learn");
    }
    Scorer usual = Scorer.ofDefaults();
    Scorer scorer =
        new Scorer(
            usual.selection(),
            usual.bins(),
            usual.pairs(),
            usual.smoothing(),
            usual.estimator(),
            plan.seed(),
            plan.threads(),
            usual.kernels());
    long heapBytes = Runtime.getRuntime().maxMemory();
    long mostFloats = heapBytes / HEAP_PART / Float.BYTES;
    int width = codec.layout().width();
    long mostLearnt = Math.max(1, Math.min(mostFloats, Integer.MAX_VALUE - 8) / width);
    RowRoles roles = new RowRoles(table.rowCount(), mostLearnt, plan.seed());
    GanSettings settings = choice.of(roles.learn(), width);
    new TrainingMemory(settings, codec.layout()).check(roles, heapBytes);
    TrainingData data = TrainingData.of(table, codec, roles, settings.pack(), plan.seed(), scorer);
    return new TableTrainer(settings, plan, codec, data, table.rowCount(), kernels);
  }

  /** What a user should know before the training begins, one line each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(codec.notes());
    int apart = trainer.zeros().zeros().size();
    if (apart > 0) {
      notes.add(
          "%,d pairs of values of two columns never come together, and are kept apart"
              .formatted(apart));
    }
    if (data.left() > 0) {
      notes.add(
          "%,d rows are left out, %,d fit into the memory of training"
              .formatted(data.left(), data.learn().length / codec.layout().width()));
    }
    return notes;
  }

  /** Steps between two lines. */
  public long stepsPerLine() {
    return (long) plan.every() * trainer.stepsPerEpoch();
  }

  /** Steps to come at most. */
  public long stepsLeft() {
    return Math.max(0, (long) plan.epochs() * trainer.stepsPerEpoch() - trainer.steps());
  }

  /** Why the training is over; null as long as it is not. */
  public @Nullable Ending ending() {
    return ending;
  }

  /**
   * Trains until the next line.
   *
   * @param stepsDone told after each step how many of this line are done
   * @throws IllegalStateException if the training is over
   */
  public TrainingLine next(LongConsumer stepsDone) {
    return Objects.requireNonNull(
        advance(
            done -> {
              stepsDone.accept(done);
              return true;
            }),
        "a line, as nobody stops");
  }

  /**
   * Trains until the next line, or until told to stop. Called again, it goes on where it stopped;
   * so does a training that is {@linkplain #resume resumed} from a {@link #model} made meanwhile,
   * be it while {@code goOn} is asked.
   *
   * @param goOn asked after each step, with how many of this line are done, whether to go on
   * @return null if it was stopped before the line
   * @throws IllegalStateException if the training is over
   */
  public @Nullable TrainingLine advance(LongPredicate goOn) {
    if (ending != null) {
      throw new IllegalStateException("the training is over: " + ending);
    }
    TrainingFigures values = new TrainingFigures();
    if (!train(goOn, values)) {
      return null;
    }
    Set<Alarm> alarms;
    if (isFinite(values)) {
      Network candidate = trainer.averagedGenerator();
      look(candidate, values);
      alarms = watch.look(values);
      boolean better = values.get(TrainingMeasure.SCORE) > bestScore();
      if (better) {
        best = candidate;
      }
      lines.add(new TrainingLine(values, alarms, better));
    } else {
      lines.add(new TrainingLine(values, Set.of(Alarm.DIVERGED), false));
    }
    ending = Ending.of(plan, lines);
    return lines.getLast();
  }

  private double bestScore() {
    return lines.stream()
        .filter(TrainingLine::best)
        .mapToDouble(line -> line.value(TrainingMeasure.SCORE))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private boolean train(LongPredicate goOn, TrainingFigures values) {
    int before = lines.isEmpty() ? 0 : lines.getLast().epoch();
    long stepsBefore = lines.isEmpty() ? 0 : (long) lines.getLast().value(TrainingMeasure.STEPS);
    long done = trainer.steps() - stepsBefore;
    // A plan may end earlier than the one that was resumed: what is done of a line counts.
    int epoch =
        Math.max(
            Math.min(plan.epochs(), before + plan.every()),
            before + (int) Math.ceilDiv(done, (long) trainer.stepsPerEpoch()));
    long steps = (long) (epoch - before) * trainer.stepsPerEpoch();
    while (done < steps) {
      trainer.step();
      done++;
      StepLosses losses = trainer.losses();
      discriminatorLoss += losses.discriminator();
      generatorLoss += losses.generator();
      if (!goOn.test(done)) {
        return false;
      }
    }
    values.put(TrainingMeasure.EPOCH, epoch);
    values.put(TrainingMeasure.STEPS, (double) trainer.steps());
    values.put(TrainingMeasure.DISCRIMINATOR_LOSS, discriminatorLoss / steps);
    values.put(TrainingMeasure.GENERATOR_LOSS, generatorLoss / steps);
    discriminatorLoss = 0;
    generatorLoss = 0;
    return true;
  }

  private boolean isFinite(TrainingFigures values) {
    return Double.isFinite(values.get(TrainingMeasure.DISCRIMINATOR_LOSS))
        && Double.isFinite(values.get(TrainingMeasure.GENERATOR_LOSS))
        && trainer.isFinite();
  }

  /** Generates rows, scores them, and asks the discriminator about as many as there are real. */
  private void look(Network candidate, TrainingFigures values) {
    StreamingEvaluator evaluator = data.evaluator();
    evaluator.resetGenerated();
    RowGenerator rows =
        new RowGenerator(
            codec, settings.prior(), candidate, plan.seed() ^ ~trainer.steps(), kernels);
    float[] generated = new float[data.held().length];
    int filled = 0;
    for (int made = 0; made < SAMPLE; made += RowGenerator.BATCH) {
      try (ColumnBatch batch = rows.next(RowGenerator.BATCH)) {
        evaluator.acceptGenerated(batch);
        if (filled < generated.length) {
          float[] floats = codec.encode(batch);
          int count = Math.min(floats.length, generated.length - filled);
          System.arraycopy(floats, 0, generated, filled, count);
          filled += count;
        }
      }
    }
    Verdict verdict =
        Verdict.of(judge.logits(data.held()), judge.logits(generated), settings.pack(), kernels);
    values.put(TrainingMeasure.VALUE, verdict.value());
    values.put(TrainingMeasure.MEAN_REAL, verdict.meanReal());
    values.put(TrainingMeasure.MEAN_GENERATED, verdict.meanGenerated());
    values.put(TrainingMeasure.ACCURACY, verdict.accuracy());
    values.put(TrainingMeasure.JS_BOUND, verdict.jsLowerLimit());
    Scorecard card = evaluator.snapshot();
    new SampleScore(card).addTo(values);
  }

  /**
   * The best generator so far, and all that the training needs to go on.
   *
   * @param schema bytes that the model is to carry
   */
  public GanModel model(byte[] schema) {
    SortedMap<String, Tensor> training = new TreeMap<>();
    Entries entries = new Entries("training", new TreeMap<>(), training);
    trainer.save(entries);
    entries.put(LOSSES, Tensor.of(new double[] {discriminatorLoss, generatorLoss}));
    return new GanModel(
        codec,
        trainer.zeros(),
        settings,
        origin,
        lines,
        best.parameters().clone(),
        training,
        schema.clone());
  }

  /** The lines so far. */
  public List<TrainingLine> lines() {
    return List.copyOf(lines);
  }

  /** The best generator so far, with the codec of its rows. */
  public RowGenerator generator(long seed) {
    return new RowGenerator(codec, settings.prior(), best, seed, kernels);
  }

  /** Ends the helping threads. */
  @Override
  public void close() {
    trainer.close();
  }
}
