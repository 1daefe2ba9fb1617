using System.Globalization;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using InvoiceSync.Cli.Api;

namespace InvoiceSync.Cli.Doctor;

/// <summary>What can be told of a portal from outside: whether it answers, whose clock is right, whether the key and Stripe work.</summary>
sealed class PortalChecks(ApiClient api, ApiAddress address, TimeProvider time)
{
    // Stripe refuses webhooks five minutes off; tokens and legal times suffer much earlier.
    static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async IAsyncEnumerable<Finding> All([EnumeratorCancellation] CancellationToken ct)
    {
        using var response = await api.Look("health", ct);
        var health = await Read(response, ct);
        yield return health.Status switch
        {
            "healthy" => Finding.Ok($"{address} answers, version {health.Version}."),
            "degraded" => Finding.Warn($"{address} answers, version {health.Version}, and is not quite well.", "See the parts below."),
            _ => Finding.Fail($"{address} answers, version {health.Version}, and cannot work.", "See the parts below."),
        };
        foreach (var part in health.Parts) yield return Of(part);
        yield return Clock(response.Headers.Date, time.GetUtcNow());
        if (address.Url is { Scheme: "http", IsLoopback: false }) yield return Finding.Warn("The portal is called over plain http.", "Put it behind https.");
        if (address.Key is null)
        {
            yield return Finding.Warn("No API key was given; what needs one was not looked at.", "Set INVOICESYNC_API_KEY.");
            yield break;
        }

        var key = await Key(ct);
        yield return key;
        if (key.Verdict != Verdict.Fail) yield return await Stripe(ct);
    }

    public static Finding Clock(DateTimeOffset? theirs, DateTimeOffset ours)
    {
        if (theirs is not { } at) return Finding.Warn("The portal does not tell its time.", "A proxy in between may remove the Date header.");
        var off = (at - ours).Duration();
        return off <= Skew
            ? Finding.Ok("The clocks of portal and machine agree.")
            : Finding.Fail(string.Create(CultureInfo.InvariantCulture, $"The clocks of portal and machine differ by {off.TotalSeconds:0} s."), "Let both set their time by NTP.");
    }

    public static Finding Of(HealthPart part)
    {
        var numbers = part.Numbers is { Count: > 0 } n ? $" ({string.Join(", ", n.Select(x => $"{x.Key.Replace('_', ' ')} {x.Value}"))})" : "";
        var what = $"{part.Name.Replace('_', ' ')}{numbers}.";
        return (part.Ok, part.Name) switch
        {
            (true, _) => Finding.Ok(what),
            (_, "database") => Finding.Fail(what, "The portal does not reach its database: look at its log."),
            (_, "work_queue") => Finding.Warn(what, "Dead work waits for a person; old work means that no process wears the hat \"jobs\"."),
            _ => Finding.Warn(what, "This part does not answer: look at the portal's log."),
        };
    }

    async Task<Finding> Key(CancellationToken ct)
    {
        using var response = await api.Look("api/stripe/invoices?limit=1", ct);
        return (int)response.StatusCode switch
        {
            200 => Finding.Ok("The API key is valid."),
            401 => Finding.Fail("The API key is not valid here.", "It may be revoked or of another company. An owner makes one in the portal under Settings, API keys."),
            var status => Finding.Fail($"The API answers {status} to the key.", "Look at the portal's log."),
        };
    }

    async Task<Finding> Stripe(CancellationToken ct)
    {
        using var response = await api.Look("api/stripe/test", ct);
        if ((int)response.StatusCode == 403) return Finding.Warn("Stripe was not tested: the key is a Viewer's.", "Use an Owner's key to test the connection.");
        if (!response.IsSuccessStatusCode) return Finding.Fail("Stripe is not connected.", "Connect it in the portal under Settings, Stripe.");
        var report = await response.Content.ReadFromJsonAsync<StripeReport>(Json, ct);
        return report is { Passed: true } ? Finding.Ok($"Stripe answers: {report.Headline}.") : Finding.Fail($"Stripe: {report?.Headline}", "See Settings, Stripe in the portal.");
    }

    async Task<Health> Read(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<Health>(Json, ct) is { Version: not null, Parts: not null } health ? health : throw NotOurs();
        }
        catch (JsonException)
        {
            throw NotOurs();
        }
    }

    ApiException NotOurs() => new($"{address} is no InvoiceSync portal. Check --api-url.");
}
