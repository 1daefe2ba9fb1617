using InvoiceSync.Sandbox.Anaf.Access;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf;

/// <summary>One authorised call: environment (test or prod), who asks, what for, and when in practice time.</summary>
sealed record AnafCall(Work Work, string Environment, Person Person, IQueryCollection Query, byte[] Body, DateTimeOffset Now)
{
    public string? Text(string name) => Query.TryGetValue(name, out var values) && values[0] is { Length: > 0 } text ? text : null;

    public long Milliseconds => Now.ToUnixTimeMilliseconds();
}
