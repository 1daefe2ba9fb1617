using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync;

/// <summary>Reads a real invoice or payment of the source and says what each field would become by the rules kept; nothing is recorded or issued.</summary>
[Requires("integration.manage")]
public sealed record TestMapping(string SourceId) : IProcess<TestMapping.View>
{
    /// <summary>Keys: all that the merchant noted on it. Document: the invoice it would be, or Problem says what keeps it from being one.</summary>
    public sealed record View(IReadOnlyList<Field> Keys, InvoiceDocument? Document, string? ProblemCode, string? Problem);

    /// <summary>A key with its value, and what becomes of it; null when no rule names the key.</summary>
    public sealed record Field(string Key, string Value, MappedField? Becomes);

    internal sealed class Handler(IDispatcher dispatcher, SourceDoor door, CallerHolder who) : IHandle<TestMapping, View>
    {
        public async Task<View> Handle(TestMapping command, CancellationToken ct)
        {
            var key = KeyOf(command.SourceId.Trim());
            var (source, account) = await door.Open(who.Caller, ct);
            var read = await source.Fetch(account, key, ct);
            if (read is not SourceAnswer<SourceSale>.Found(var sale)) throw await door.Refusal(who.Caller, read, ct);

            var rules = (await dispatcher.Ask(new GetMappingRules(), ct)).OrThrow().Rules;
            var notes = sale.Metadata.Concat(sale.Customer.Metadata).DistinctBy(n => n.Key, StringComparer.OrdinalIgnoreCase);
            var fields = notes.Select(n => new Field(n.Key, n.Value, rules.Fields.FirstOrDefault(f => string.Equals(f.Key, n.Key, StringComparison.OrdinalIgnoreCase))?.To)).ToList();
            return (await dispatcher.Send(new MapSale(sale, new()), ct)).OrThrow() switch
            {
                Mapped.ToInvoice(var document) => new(fields, document, null, null),
                Mapped.ToPerson(var code, var reason) => new(fields, null, code, reason),
                var other => throw new InvalidOperationException($"Unknown mapping {other}."),
            };
        }

        static SourceKey KeyOf(string id)
        {
            Rule.Require(id is { Length: <= 255 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'), MappingErrors.SourceIdWrong);
            var isInvoice = id.StartsWith("in_", StringComparison.Ordinal);
            Rule.Require(isInvoice || id.StartsWith("ch_", StringComparison.Ordinal) || id.StartsWith("py_", StringComparison.Ordinal), MappingErrors.SourceIdWrong);
            return new(isInvoice ? SaleKind.Invoice : SaleKind.Charge, id);
        }
    }
}
