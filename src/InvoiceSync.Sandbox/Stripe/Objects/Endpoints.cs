using System.Security.Cryptography;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>Webhook endpoints. The secret shows once, in the answer to create; it is stored beside the endpoint.</summary>
static class Endpoints
{
    const int MostAllowed = 16;

    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/webhook_endpoints", Create, "url enabled_events api_version description metadata connect"),
        new("GET", "/v1/webhook_endpoints", call => ListPage.Read(call.Parameters, "/v1/webhook_endpoints",
            call.Books.Table("webhook_endpoint"), call.Books.Table("webhook_endpoint").All, _ => true, Work.Parse), "paging"),
        new("GET", "/v1/webhook_endpoints/{id}", call => call.Books.Need("webhook_endpoint", call.Id)),
        new("POST", "/v1/webhook_endpoints/{id}", Update, "url enabled_events description metadata disabled"),
        new("DELETE", "/v1/webhook_endpoints/{id}", Delete),
    ];

    public static List<string> Wanting(Books books, string type)
    {
        var rows = books.Table("webhook_endpoint").All;
        var wanting = new List<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            var endpoint = Work.Parse(rows[i]);
            if ((string?)endpoint["status"] == "enabled"
                && endpoint["enabled_events"]!.AsArray().Any(pattern => EventTypes.Match((string)pattern!, type)))
                wanting.Add((string)endpoint["id"]!);
        }
        return wanting;
    }

    /// <summary>All secrets that sign for the endpoint now: the newest, and rolled ones until they expire.</summary>
    public static List<string> Secrets(Books books, string endpoint)
    {
        var stored = books.Find("webhook_secret", endpoint)?["secrets"]?.AsArray() ?? [];
        return [.. stored.Where(s => (long?)s!["until"] is not { } until || until > books.Seconds).Select(s => (string)s!["secret"]!)];
    }

    /// <summary>A new secret; the old ones sign beside it for another 24 hours.</summary>
    public static string Roll(Books books, string endpoint)
    {
        var kept = books.Need("webhook_secret", endpoint);
        foreach (var old in kept["secrets"]!.AsArray()) old!["until"] ??= books.Seconds + 86_400;
        var secret = NewSecret();
        kept["secrets"]!.AsArray().Insert(0, new JsonObject { ["secret"] = secret, ["until"] = null });
        books.Put("webhook_secret", kept);
        return secret;
    }

    static string NewSecret() => "whsec_" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 32);

    static JsonObject Create(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        if (books.Table("webhook_endpoint").All.Count >= MostAllowed)
            throw StripeRefusal.Invalid($"You have reached the maximum of {MostAllowed} test webhook endpoints.");
        var endpoint = new JsonObject
        {
            ["id"] = books.NewId("webhook_endpoint", "we_"),
            ["object"] = "webhook_endpoint",
            ["api_version"] = given.Text("api_version"),
            ["application"] = null,
            ["created"] = books.Seconds,
            ["description"] = given.Text("description"),
            ["enabled_events"] = Wanted(given),
            ["livemode"] = false,
            ["status"] = "enabled",
            ["url"] = Url(given),
        };
        if (given.Text("api_version") is { } version && version != Books.ApiVersion)
            throw StripeRefusal.Invalid($"Invalid api_version: this world renders {Books.ApiVersion} only.", "api_version");
        Metadata.Apply(given, endpoint);
        books.Put("webhook_endpoint", endpoint);
        var secret = NewSecret();
        books.Put("webhook_secret", new JsonObject
        {
            ["id"] = (string)endpoint["id"]!,
            ["secrets"] = new JsonArray(new JsonObject { ["secret"] = secret, ["until"] = null }),
        });
        var answer = endpoint.DeepClone().AsObject();
        answer["secret"] = secret;
        return answer;
    }

    static JsonObject Update(StripeCall call)
    {
        var (given, endpoint) = (call.Parameters, call.Books.Need("webhook_endpoint", call.Id));
        if (given.Has("url")) endpoint["url"] = Url(given);
        if (given.Has("enabled_events")) endpoint["enabled_events"] = Wanted(given);
        if (given.Has("description")) endpoint["description"] = given.Text("description");
        if (given.Flag("disabled") is { } disabled) endpoint["status"] = disabled ? "disabled" : "enabled";
        Metadata.Apply(given, endpoint);
        call.Books.Put("webhook_endpoint", endpoint);
        return endpoint;
    }

    static JsonObject Delete(StripeCall call)
    {
        call.Books.Need("webhook_endpoint", call.Id);
        call.Books.Remove("webhook_endpoint", call.Id);
        call.Books.Remove("webhook_secret", call.Id);
        return new JsonObject { ["id"] = call.Id, ["object"] = "webhook_endpoint", ["deleted"] = true };
    }

    // Real Stripe asks for a public https address; here only this machine can be called.
    static string Url(Parameters given)
    {
        var url = given.Need("url");
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.IsLoopback
            ? url
            : throw StripeRefusal.Invalid("Invalid URL: the practice world calls back to this machine only.", "url", "url_invalid");
    }

    static JsonArray Wanted(Parameters given) => given.Texts("enabled_events") is { Count: > 0 } types
        ? [.. types.Select(type => JsonValue.Create(type))]
        : throw StripeRefusal.Missing("enabled_events");
}
