using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Chaos;
using InvoiceSync.IntegrationTests.Durability;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.IntegrationTests.SqlServer;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(AfterwardsOrderer))]

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>Tests about everything the other tests did. Not parallel, so xunit starts them after all that are; the orderer puts them at the very end.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Afterwards;

/// <summary>The longest collections begin first, so that none of them runs alone while the other cores have nothing left to do.</summary>
public sealed class AfterwardsOrderer : ITestCollectionOrderer
{
    static readonly string[] Longest =
        [AccountSceneTests.Name, RestPortal.Name, ".Fiscal.Schedules.", nameof(SmartBillFilingTests), nameof(KilledPortalTests), TwoCompaniesTests.Name, nameof(AnafFaultTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => c.TestCollectionDisplayName.Contains(nameof(Afterwards), StringComparison.Ordinal)).ThenBy(c => Rank(c.TestCollectionDisplayName))];

    static int Rank(string collection) => Array.FindIndex(Longest, name => collection.Contains(name, StringComparison.Ordinal)) is >= 0 and var at ? at : Longest.Length;
}
