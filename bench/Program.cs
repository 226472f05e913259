using BenchmarkDotNet.Running;
using PlanTracker.Bench;

if (args is ["report"])
    await PlanReportBench.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
