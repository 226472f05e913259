using PlanTracker.TestKit;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
