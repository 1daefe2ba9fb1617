using InvoiceSync.IntegrationTests.SqlServer;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(AfterwardsOrderer))]

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>Tests about everything the other tests did. Not parallel, so xunit starts them after all that are; the orderer puts them at the very end.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Afterwards;

public sealed class AfterwardsOrderer : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => c.TestCollectionDisplayName.Contains(nameof(Afterwards), StringComparison.Ordinal))];
}
