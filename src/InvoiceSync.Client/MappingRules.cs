namespace InvoiceSync.Client;

/// <summary>/v1/mapping-rules: by which rules sales become invoices; one set a company.</summary>
public sealed class MappingRules
{
    const string Name = "mapping-rules";

    readonly Wire wire;

    internal MappingRules(Wire wire) => this.wire = wire;

    public Task<SaleRules> Get(CancellationToken ct = default) => wire.Get<SaleRules>(Name, null, ct);

    /// <summary>Writes them anew, all of them.</summary>
    public Task<SaleRules> Replace(SaleRules rules, string ifMatch, CancellationToken ct = default) => wire.Change<SaleRules>(HttpMethod.Put, Name, rules, ifMatch, ct);

    /// <summary>Changes the rules of the object given, like new { sells_goods = true }.</summary>
    public Task<SaleRules> Change(object fields, string ifMatch, CancellationToken ct = default) => wire.Change<SaleRules>(HttpMethod.Patch, Name, fields, ifMatch, ct);

    /// <summary>What an invoice (in_…) or payment (ch_…, py_…) of Stripe would become. Nothing is recorded.</summary>
    public Task<SaleTrial> Test(string sourceId, CancellationToken ct = default) => wire.Post<SaleTrial>(Name + "/test", new { source_id = sourceId }, null, ct);
}
