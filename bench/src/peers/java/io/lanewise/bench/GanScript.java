package io.lanewise.bench;

import java.util.List;

/**
 * A step of both networks in TorchScript, so that Java calls PyTorch once a step: 16-128-128-8
 * against 8-128-128-1, batch 128, with PyTorch's fused Adam.
 */
final class GanScript {

  /** How gradients are computed. */
  enum Gradients {
    /** By PyTorch's automatic differentiation. */
    AUTOMATIC,
    /** By the operators that it would call, written out. */
    WRITTEN_OUT
  }

  static final String TYPE = "Gan";

  /** Parameters, mean gradients, mean squares and numbers of steps of G and D; then labels. */
  static final List<String> LISTS =
      List.of("g", "gm", "gv", "gt", "d", "dm", "dv", "dt", "labels");

  private static final String HEAD =
      """
      class Gan(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        g : List[Tensor]
        gm : List[Tensor]
        gv : List[Tensor]
        gt : List[Tensor]
        d : List[Tensor]
        dm : List[Tensor]
        dv : List[Tensor]
        dt : List[Tensor]
        labels : List[Tensor]
        def init(self: __torch__.Gan,
          g: List[Tensor],
          gm: List[Tensor],
          gv: List[Tensor],
          gt: List[Tensor],
          d: List[Tensor],
          dm: List[Tensor],
          dv: List[Tensor],
          dt: List[Tensor],
          labels: List[Tensor]) -> int:
          self.g = g
          self.gm = gm
          self.gv = gv
          self.gt = gt
          self.d = d
          self.dm = dm
          self.dv = dv
          self.dt = dt
          self.labels = labels
          return 0
        def adam(self: __torch__.Gan,
          p: List[Tensor],
          g: List[Tensor],
          m: List[Tensor],
          v: List[Tensor],
          t: List[Tensor]) -> None:
          torch._foreach_add_(t, 1)
          torch._fused_adam_(p, g, m, v, annotate(List[Tensor], []), t, lr=0.0002, beta1=0.5, \
      beta2=0.999, weight_decay=0., eps=1e-08, amsgrad=False, maximize=False)
        def forward(self: __torch__.Gan,
          rows: Tensor,
          numbers: Tensor) -> List[Tensor]:
      """;

  private static final String STATE =
      """
          g0, g1, g2, g3, g4, g5 = self.g
          d0, d1, d2, d3, d4, d5 = self.d
          y, ones = self.labels
      """;

  private static final String IDLE =
      """
          return [torch.detach(rows), torch.detach(numbers)]
      """;

  private static final String GIVEN =
      """
          real = rows
          z = numbers
      """;

  private static final String DRAWN =
      """
          real = torch.index_select(rows, 0, torch.randint(torch.size(rows, 0), [128]))
          z = torch.randn([128, 16])
      """;

  private static final String AUTOMATIC =
      """
          torch.set_grad_enabled(True)
          a = torch.relu(torch.addmm(g1, z, g0))
          b = torch.relu(torch.addmm(g3, a, g2))
          fake = torch.tanh(torch.addmm(g5, b, g4))
          x = torch.cat([real, torch.detach(fake)])
          h = torch.leaky_relu(torch.addmm(d1, x, d0), 0.2)
          k = torch.leaky_relu(torch.addmm(d3, h, d2), 0.2)
          l = torch.addmm(d5, k, d4)
          lossD = torch.mul(torch.binary_cross_entropy_with_logits(l, y, None, None, 2), 0.0078125)
          p0, p1, p2, p3, p4, p5 = torch.grad([lossD], self.d, \
      annotate(Optional[List[Optional[Tensor]]], None), None, False, False)
          gradD = [torch._unwrap_optional(p0), torch._unwrap_optional(p1), \
      torch._unwrap_optional(p2), torch._unwrap_optional(p3), torch._unwrap_optional(p4), \
      torch._unwrap_optional(p5)]
          torch.set_grad_enabled(False)
          (self).adam(self.d, gradD, self.dm, self.dv, self.dt, )
          torch.set_grad_enabled(True)
          h1 = torch.leaky_relu(torch.addmm(d1, fake, d0), 0.2)
          k1 = torch.leaky_relu(torch.addmm(d3, h1, d2), 0.2)
          l1 = torch.addmm(d5, k1, d4)
          lossG = torch.mul(torch.binary_cross_entropy_with_logits(l1, ones, None, None, 2), \
      0.0078125)
          q0, q1, q2, q3, q4, q5 = torch.grad([lossG], self.g, \
      annotate(Optional[List[Optional[Tensor]]], None), None, False, False)
          gradG = [torch._unwrap_optional(q0), torch._unwrap_optional(q1), \
      torch._unwrap_optional(q2), torch._unwrap_optional(q3), torch._unwrap_optional(q4), \
      torch._unwrap_optional(q5)]
          torch.set_grad_enabled(False)
          (self).adam(self.g, gradG, self.gm, self.gv, self.gt, )
          return [torch.detach(lossD), torch.detach(lossG)]
      """;

  private static final String WRITTEN_OUT =
      """
          a = torch.relu_(torch.addmm(g1, z, g0))
          b = torch.relu_(torch.addmm(g3, a, g2))
          fake = torch.tanh_(torch.addmm(g5, b, g4))
          x = torch.cat([real, fake])
          h = torch.leaky_relu_(torch.addmm(d1, x, d0), 0.2)
          k = torch.leaky_relu_(torch.addmm(d3, h, d2), 0.2)
          l = torch.addmm(d5, k, d4)
          lossD = torch.mul(torch.binary_cross_entropy_with_logits(l, y, None, None, 2), 0.0078125)
          dl = torch.mul_(torch.sub_(torch.sigmoid(l), y), 0.0078125)
          dk = torch.leaky_relu_backward(torch.mm(dl, torch.t(d4)), k, 0.2, True)
          dh = torch.leaky_relu_backward(torch.mm(dk, torch.t(d2)), h, 0.2, True)
          gradD = [torch.mm(torch.t(x), dh), torch.sum(dh, [0]), torch.mm(torch.t(h), dk), \
      torch.sum(dk, [0]), torch.mm(torch.t(k), dl), torch.sum(dl, [0])]
          (self).adam(self.d, gradD, self.dm, self.dv, self.dt, )
          h1 = torch.leaky_relu_(torch.addmm(d1, fake, d0), 0.2)
          k1 = torch.leaky_relu_(torch.addmm(d3, h1, d2), 0.2)
          l1 = torch.addmm(d5, k1, d4)
          lossG = torch.mul(torch.binary_cross_entropy_with_logits(l1, ones, None, None, 2), \
      0.0078125)
          dl1 = torch.mul_(torch.sub_(torch.sigmoid(l1), ones), 0.0078125)
          dk1 = torch.leaky_relu_backward(torch.mm(dl1, torch.t(d4)), k1, 0.2, True)
          dh1 = torch.leaky_relu_backward(torch.mm(dk1, torch.t(d2)), h1, 0.2, True)
          dfake = torch.tanh_backward(torch.mm(dh1, torch.t(d0)), fake)
          db = torch.threshold_backward(torch.mm(dfake, torch.t(g4)), b, 0)
          da = torch.threshold_backward(torch.mm(db, torch.t(g2)), a, 0)
          gradG = [torch.mm(torch.t(z), da), torch.sum(da, [0]), torch.mm(torch.t(a), db), \
      torch.sum(db, [0]), torch.mm(torch.t(b), dfake), torch.sum(dfake, [0])]
          (self).adam(self.g, gradG, self.gm, self.gv, self.gt, )
          return [lossD, lossG]
      """;

  private GanScript() {}

  /**
   * The code.
   *
   * @param gradients how they are computed
   * @param draws whether a step draws its rows from those given and its random numbers, or takes
   *     what is given as it is
   */
  static String code(Gradients gradients, boolean draws) {
    String step =
        switch (gradients) {
          case AUTOMATIC -> AUTOMATIC;
          case WRITTEN_OUT -> WRITTEN_OUT;
        };
    return HEAD + STATE + (draws ? DRAWN : GIVEN) + step;
  }

  /** A step that does nothing. */
  static String idle() {
    return HEAD + IDLE;
  }
}
