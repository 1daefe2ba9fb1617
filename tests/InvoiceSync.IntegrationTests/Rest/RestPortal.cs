using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>One portal for all tests of version 1; each makes companies of its own.</summary>
[CollectionDefinition(Name)]
public sealed class RestPortal : ICollectionFixture<PortalUnderTest>
{
    public const string Name = "rest v1";
    static int made;

    /// <summary>Issues an invoice as a sale would have, with a number and source of its own.</summary>
    internal static Task<InvoiceId> Issue(PortalUnderTest portal, Company company, InvoiceDocument? document = null, string? owner = null)
    {
        var n = Interlocked.Increment(ref made);
        var number = document is { Number: not "ISY-0001" } ? document.Number : $"V1-{n:0000}";
        return portal.Send(company.Machine, new IssueInvoice(new("stripe", "acct_v1", false, "Invoice", $"in_v1_{n}"), (document ?? SampleInvoices.Ron) with { Number = number }, owner));
    }

    internal static InvoiceDocument Document(string number, DateOnly day, decimal net, string buyer = "Exemplu Client SRL", string? email = "client@exemplu.ro", Currency? currency = null, decimal paid = 0)
    {
        var document = SampleInvoices.Of(currency ?? Currency.Ron, [SampleInvoices.Line("1", 1, net)], [], paid) with
        {
            Number = number,
            IssuedOn = day,
            DueOn = day.AddDays(30),
            Buyer = SampleInvoices.Company with { Name = buyer, Email = email },
        };
        return document.Currency == Currency.Ron ? document : document.InRon(5.0919m);
    }
}
