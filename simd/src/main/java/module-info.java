/** Vector kernels of Lanewise, found as a service; nothing is exported. */
module io.lanewise.simd {
  requires io.lanewise.core;
  requires jdk.incubator.vector;
  requires static org.jspecify;

  provides io.lanewise.kernel.KernelProvider with
      io.lanewise.simd.VectorKernelProvider;
}
