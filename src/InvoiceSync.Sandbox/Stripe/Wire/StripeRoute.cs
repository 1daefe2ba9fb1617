using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Stripe.Wire;

delegate JsonObject StripeOperation(StripeCall call);

/// <summary>A verb and address of the API, the parameters it takes here, and what it does.</summary>
sealed record StripeRoute(string Verb, string Address, StripeOperation Run, string Takes = "")
{
    static readonly string[] Paging = ["limit", "starting_after", "ending_before"];

    public IReadOnlySet<string> Known { get; } = Names(Takes);

    static HashSet<string> Names(string takes)
    {
        var names = takes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append("expand").ToHashSet();
        if (names.Remove("paging")) names.UnionWith(Paging);
        return names;
    }
}
