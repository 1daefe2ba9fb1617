using System.Text;
using System.Text.Json.Nodes;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>Every event sample we own, real and synthetic, from 2017 to 2026: read, and given a meaning or an explanation.</summary>
public sealed class StripeSamplesTests
{
    static readonly StripeHook Hook = new();

    [Fact]
    public void Every_sample_is_an_event_with_a_meaning_or_is_refused_with_a_reason()
    {
        var read = StripeData.Files("events").Select(file => (File: file, Reading: Hook.Read(Bytes(file)))).ToList();
        var events = read.Select(r => r.Reading).OfType<HookReading.Envelope>().Select(r => r.Value).ToList();
        var refused = read.Where(r => r.Reading is HookReading.Unreadable).ToList();
        var meanings = events.Select(Hook.Explain).ToList();

        Assert.Equal(143, read.Count);
        Assert.Equal(10, refused.Count); // bare objects, which no endpoint ever receives
        Assert.All(refused, r => Assert.Contains("not an event", ((HookReading.Unreadable)r.Reading).Why, StringComparison.Ordinal));
        Assert.Equal(133, events.Count);
        Assert.Equal((46, 9, 1, 77), Counts(meanings));
        Assert.All(meanings.OfType<HookMeaning.Ignored>(), ignored => Assert.EndsWith(".", ignored.Why, StringComparison.Ordinal));
        Assert.All(events, e => Assert.True(e.CreatedAt > DateTimeOffset.UnixEpoch && e.EventId.Length > 0));
    }

    [Fact]
    public void Every_event_type_stripe_publishes_is_handled_or_explained()
    {
        var types = StripeData.Text("event_types-2026-10-28.endive.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line.Contains('.', StringComparison.Ordinal) && char.IsLetter(line[0])).ToList();

        Assert.True(types.Count > 200);
        Assert.All(types, type => Assert.NotNull(Hook.Explain(new("evt_1", type, "thing", "x_1") { CreatedAt = DateTimeOffset.UnixEpoch })));
    }

    static (int Refetch, int Locate, int Tombstone, int Ignored) Counts(IReadOnlyList<HookMeaning> all) =>
        (all.OfType<HookMeaning.Refetch>().Count(), all.OfType<HookMeaning.Locate>().Count(),
            all.OfType<HookMeaning.Tombstone>().Count(), all.OfType<HookMeaning.Ignored>().Count());

    // Some collections keep only the "data" half of an event; they get the envelope their file name tells.
    static byte[] Bytes(string file)
    {
        var node = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        if (node["object"] is not JsonObject) return File.ReadAllBytes(file);
        var whole = new JsonObject
        {
            ["id"] = "evt_of_" + Path.GetFileNameWithoutExtension(file),
            ["object"] = "event",
            ["type"] = Path.GetFileNameWithoutExtension(file),
            ["created"] = 1_700_000_000,
            ["livemode"] = false,
            ["data"] = node,
        };
        return Encoding.UTF8.GetBytes(whole.ToJsonString());
    }
}
