using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync;
using InvoiceSync.Tests.Architecture;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Kernel.Data;

public sealed class EventRouterTests
{
    const string Snapshot = "tests/InvoiceSync.Tests/Kernel/events.snapshot.json";
    static readonly Type[] Types = typeof(EventRouter).Assembly.GetTypes();
    static readonly List<Type> Events = [.. Types.Where(t => t.IsSubclassOf(typeof(Event)))];

    [Fact]
    public void Event_names_and_payloads_only_grow() => Assert.Empty(Changes(JsonNode.Parse(Repository.Read(Snapshot))!.AsObject(), Wire(Events)));

    [Fact]
    public void Every_event_of_today_is_in_the_snapshot() =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Repository.Read(Snapshot)), Wire(Events)), $"Add what is new to {Snapshot}:\n{Wire(Events)}");

    [Fact]
    public void Renaming_an_event_or_a_property_is_seen()
    {
        var before = new JsonObject { ["sale.ready"] = new JsonArray("sale", "price"), ["sale.gone"] = new JsonArray() };
        var after = new JsonObject { ["sale.ready"] = new JsonArray("amount", "sale"), ["sale.left"] = new JsonArray() };
        Assert.Equal(["sale.gone is gone", "sale.ready lost price"], Changes(before, after).Order());
    }

    [Fact]
    public void Every_event_has_a_public_name_in_the_past_tense_of_a_noun() => Assert.All(Events, type => Assert.Matches("^[a-z_]+\\.[a-z_]+$", EventRouter.NameOf(type)));

    [Fact]
    public void An_event_without_a_name_is_a_bug() => Assert.Throws<InvalidOperationException>(() => EventRouter.NameOf(typeof(Nameless)));

    [Fact]
    public void Each_reaction_is_delivered_alone_under_its_own_name() => Assert.Distinct(new EventRouter(Types).Reactions);

    [Fact]
    public async Task A_queued_event_reaches_its_reaction_as_it_was()
    {
        var heard = new List<SaleReady>();
        var router = new EventRouter([typeof(Listening)]);
        var happened = new SaleReady(Some.Id<SaleId>(3));
        var body = JsonSerializer.Serialize(happened, StoredJson.Options);
        await using var services = new ServiceCollection().AddSingleton(heard).BuildServiceProvider();
        await router.Delivery("on:Listening", body)!(services, TestContext.Current.CancellationToken);
        Assert.Equal([happened], heard);
    }

    [Theory]
    [InlineData("Listening")]
    [InlineData("on:listening")]
    [InlineData("on:Other")]
    [InlineData("")]
    public void Another_name_is_no_delivery(string name) => Assert.Null(new EventRouter([typeof(Listening)]).Delivery(name, "{}"));

    static JsonObject Wire(IEnumerable<Type> events) => new(events
        .Select(type => KeyValuePair.Create(EventRouter.NameOf(type), (JsonNode?)new JsonArray([.. Properties(type)])))
        .OrderBy(wire => wire.Key, StringComparer.Ordinal));

    static IEnumerable<JsonNode?> Properties(Type type) =>
        type.GetProperties().Where(p => p.Name != "EqualityContract").Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal).Select(name => (JsonNode?)JsonValue.Create(name));

    static IEnumerable<string> Changes(JsonObject before, JsonObject after)
    {
        foreach (var (name, payload) in before)
        {
            if (after[name] is not { } now) yield return $"{name} is gone";
            else
                foreach (var lost in payload!.AsArray().Select(p => $"{p}").Except(now.AsArray().Select(p => $"{p}"))) yield return $"{name} lost {lost}";
        }
    }

    sealed record Nameless : Event;

    sealed class Listening(List<SaleReady> heard) : IOn<SaleReady>
    {
        public Task Handle(SaleReady happened, CancellationToken ct)
        {
            heard.Add(happened);
            return Task.CompletedTask;
        }
    }
}
