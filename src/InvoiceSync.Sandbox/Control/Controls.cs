using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using InvoiceSync.Sandbox.Anaf;
using InvoiceSync.Sandbox.Anaf.Access;
using InvoiceSync.Sandbox.Anaf.Messages;
using InvoiceSync.Sandbox.Anaf.Rules;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Faults;
using InvoiceSync.Sandbox.Scenario;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe;
using InvoiceSync.Sandbox.Stripe.Objects;
using InvoiceSync.Sandbox.Stripe.Webhooks;

namespace InvoiceSync.Sandbox.Control;

/// <summary>What the hands outside the world may do to it. Each takes a body and answers with JSON.</summary>
sealed partial class Controls(Store store, PracticeClock clock, FaultBoard faults, Courier courier, Strangers strangers)
{
    public JsonObject MoveClock(ControlBody body)
    {
        if (body.Text("set") is { } moment) clock.Set(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        else clock.Advance(XmlConvert.ToTimeSpan(body.Text("advance") ?? throw new FormatException("advance (PT1H) or set (a moment) is needed")));
        return ShowClock();
    }

    public JsonObject ShowClock() => new() { ["now"] = clock.GetUtcNow().ToString("O"), ["offset"] = XmlConvert.ToString(clock.Offset) };

    public JsonObject OpenAccount(ControlBody body)
    {
        var name = Account(body);
        store.Run(work => KnownAccounts.Note(new Books(work, name, clock.GetUtcNow(), null, null)));
        return new() { ["account"] = name, ["secret_key"] = $"sk_test_practice_{name}", ["restricted_key"] = $"rk_test_practice_{name}" };
    }

    public JsonObject Sell(ControlBody body)
    {
        var (account, kind, count) = (Account(body), body.Text("kind") ?? SaleKinds.Company, body.Number("count") ?? 1);
        if (!SaleKinds.Knows(kind)) throw new FormatException($"kind '{kind}' is none of {string.Join(", ", SaleKinds.Plain.Concat(SaleKinds.Parked))}");
        if (count is < 1 or > 5000) throw new FormatException("count must be between 1 and 5000");
        return new() { ["sales"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => SellOne(account, kind))]) };
    }

    JsonObject SellOne(string account, string kind)
    {
        var (receipt, changes) = store.Run(work =>
        {
            var books = new Books(work, account, clock.GetUtcNow(), null, null);
            KnownAccounts.Note(books);
            // The dice follow from how much was sold before: repeatable, yet no two sales alike.
            var dice = new Random(HashCode(account) + (int)(books.Table("invoice").Next + books.Table("charge").Next));
            return (new Sale(books, dice).Make(kind), work.Changes);
        });
        courier.Take(changes);
        return receipt;
    }

    public JsonObject Seed(ControlBody body)
    {
        var days = body.Number("days") ?? 60;
        if (days is < 1 or > 365) throw new FormatException("days must be between 1 and 365");
        var made = new Seed(store, clock, courier).Plant(Account(body), days, body.Number("seed") ?? 1, body.Flag("deliver"));
        return new()
        {
            ["made"] = made.Count,
            ["kinds"] = new JsonObject(made.CountBy(sale => (string)sale["kind"]!).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        };
    }

    public JsonObject AddFault(ControlBody body)
    {
        var dial = new FaultDial(
            body.Text("kind") ?? "", body.Text("target") ?? "", body.Text("path") ?? "", body.Fraction("probability") ?? 1, body.Number("count"),
            body.Number("seed") ?? 1, body.Number("delayMs") ?? 1000, body.Number("seconds"), body.Text("variant"));
        if (dial.Complaint() is { } complaint) throw new FormatException(complaint);
        faults.Add(dial);
        return ShowFaults();
    }

    public JsonObject ClearFaults()
    {
        faults.Clear();
        return ShowFaults();
    }

    public JsonObject ShowFaults() => new()
    {
        ["faults"] = new JsonArray([.. faults.Show().Select(live => new JsonObject
        {
            ["kind"] = live.Dial.Kind, ["target"] = live.Dial.Target, ["path"] = live.Dial.Path, ["probability"] = live.Dial.Probability,
            ["count"] = live.Dial.Count, ["seed"] = live.Dial.Seed, ["delayMs"] = live.Dial.DelayMs, ["seconds"] = live.Dial.Seconds,
            ["variant"] = live.Dial.Variant, ["hits"] = live.Hits,
        })]),
    };

    public JsonObject RegisterClient(ControlBody body)
    {
        var (client, secret, redirect) = (Need(body, "client_id"), Need(body, "client_secret"), Need(body, "redirect_uri"));
        store.Run(work => Grants.Register(work, client, secret, redirect));
        return new() { ["client_id"] = client, ["redirect_uri"] = redirect };
    }

    public JsonObject IssueTokens(ControlBody body) => store.Run(work =>
        Grants.Issue(work, body.Text("client_id") ?? Grants.BuiltInClient, body.Texts("cifs"), clock.GetUtcNow()));

    public JsonObject SendInvoice(ControlBody body)
    {
        var (cif, net) = (Need(body, "cif"), (decimal)(body.Fraction("net") ?? 100));
        if (!Cui.IsValid(cif) || net is < 0 or > 1_000_000) throw new FormatException("cif must be a company's number in digits, net 0 to 1000000");
        return store.Run(work =>
        {
            var number = body.Text("number") ?? Strangers.NextNumber(work);
            return new JsonObject { ["number"] = number, ["index"] = strangers.Invoice(work, Environment(body), cif, number, Math.Round(net, 2), clock.GetUtcNow()) };
        });
    }

    public JsonObject WriteLetter(ControlBody body) => store.Run(work => new JsonObject
    {
        ["index"] = strangers.Letter(work, Environment(body), Need(body, "cif"), body.Text("text") ?? "Va rugam corectati adresa.", clock.GetUtcNow())
            ?? throw new FormatException("this company has no accepted invoice somebody could write about"),
    });

    static string Environment(ControlBody body) => body.Flag("test") ? "test" : "prod";

    public JsonObject SetRegister(ControlBody body)
    {
        var (cui, known) = (Need(body, "cui"), body.Flag("known"));
        store.Run(work => { if (known) Register.Know(work, cui); else Register.Forget(work, cui); });
        return new() { ["cui"] = cui, ["known"] = known };
    }

    public JsonObject RollSecret(ControlBody body)
    {
        var (account, endpoint) = (Account(body), Need(body, "endpoint"));
        var secret = store.Run(work => Endpoints.Roll(new Books(work, account, clock.GetUtcNow(), null, null), endpoint));
        return new() { ["endpoint"] = endpoint, ["secret"] = secret };
    }

    static string Account(ControlBody body) => body.Text("account") is { } name && AccountName.IsMatch(name)
        ? name
        : throw new FormatException("account is needed: 1 to 80 of A-Z a-z 0-9 _ -");

    static string Need(ControlBody body, string name) => body.Text(name) ?? throw new FormatException($"{name} is needed");

    static int HashCode(string text) => text.Aggregate(17, (sum, letter) => sum * 31 % 1_000_003 + letter);

    [GeneratedRegex("^[A-Za-z0-9_-]{1,80}$")]
    static partial Regex AccountName { get; }
}
