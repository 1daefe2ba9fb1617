using System.Globalization;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>What the providers hold against what a company sold: each sale accepted or made once, at one of them, and our word on it the same.</summary>
sealed class StormVerdict(FilingWorld world, StormCompany company)
{
    /// <summary>The numbers SmartBill gave, by our own.</summary>
    public static async Task<ILookup<string, string>> Papers(FilingWorld world, StormCompany company) =>
        (await world.Practice.Get("log")).GetProperty("smartbill").EnumerateArray()
            .Where(p => p.GetProperty("company").GetString()!.EndsWith(company.Cui, StringComparison.Ordinal))
            .ToLookup(p => p.GetProperty("observations").GetString()!["Ref. ".Length..], p => p.GetProperty("id").GetString()!);

    public async Task<IReadOnlyList<string>> Of(int seed, IReadOnlyList<InvoiceId> invoices)
    {
        var faults = new List<string>();
        var papers = await Papers(world, company);
        var uploads = (await world.Practice.Get("log")).GetProperty("uploads").EnumerateArray()
            .Where(u => u.GetProperty("cif").GetString() == company.Cui).ToLookup(u => u.GetProperty("number").GetString()!, u => u.GetProperty("verdict").GetString()!);
        foreach (var id in invoices)
        {
            var number = (await world.Ask(company.Caller, new GetInvoice(id))).Document.Number;
            if (await Fault(id, [.. uploads[number]], [.. papers[number]]) is { } fault) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{seed} {number}: {fault}"));
        }

        return faults;
    }

    async Task<string?> Fault(InvoiceId id, string[] uploads, string[] papers)
    {
        if ((uploads, papers) is not (["ok"], []) and not ([], [_])) return $"the authority holds '{string.Join(' ', uploads)}', SmartBill '{string.Join(", ", papers)}'";
        if (await world.Count($"select count(*) from fiscal.filings where invoice_id = '{id.Value}'") > 1) return "has two filings";

        var filing = (await world.Ask(company.Caller, new GetFiling(id)))!;
        if (filing.State != FilingState.Accepted) return $"stands at {filing.State} ({filing.Waiting})";
        if (filing.LegalNumber != papers.FirstOrDefault()) return $"has the number {filing.LegalNumber} instead of {papers.FirstOrDefault()}";
        var kept = papers.Length > 0 ? FilingFile.Pdf : FilingFile.Zip;
        return await world.Ask(company.Caller, new GetFilingFile(id, kept)) is null ? "has no receipt" : null;
    }
}
