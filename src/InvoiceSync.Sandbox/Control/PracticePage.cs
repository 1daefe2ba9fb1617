using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Scenario;

namespace InvoiceSync.Sandbox.Control;

/// <summary>The page at /practice: what is here, and buttons for what can be done. Plain HTML, no script.</summary>
sealed class PracticePage(WorldLog log, Controls controls)
{
    const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1c2733;background:#fbfaf7}
        @media(prefers-color-scheme:dark){body{color:#e6e9ec;background:#14191f}}
        .banner{background:#8a4b00;color:#fff;padding:.5rem .8rem;border-radius:.4rem}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #8884}
        form{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin:.6rem 0}label{display:flex;flex-direction:column;font-size:13px}
        input,select,button{font:inherit;padding:.35rem .5rem}
        """;

    public string Render()
    {
        var state = log.State();
        var account = (string?)state["accounts"]!.AsArray().FirstOrDefault()?["account"] ?? "demo";
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>Practice world</title><style>{Style}</style>")
            .Append("<h1>Practice world</h1><p class=banner>Nothing here is real: no money moves, no invoice reaches ANAF.</p>")
            .Append(CultureInfo.InvariantCulture, $"<p>Practice time (UTC): <strong>{Safe(((string)controls.ShowClock()["now"]!)[..16].Replace('T', ' '))}</strong></p>")
            .Append(Form("clock", "Move the clock", Input("advance", "advance (PT1H)", "PT1H")))
            .Append("<h2>Sell something</h2>")
            .Append(Form("sales", "New sale", Input("account", "account", account) + Select("kind", [.. SaleKinds.Plain, .. SaleKinds.Parked]) + Input("count", "count", "1")))
            .Append(Form("seed", "Seed 60 days", Input("account", "account", account) + Input("days", "days", "60") + Input("seed", "seed", "1")))
            .Append("<h2>Stripe accounts</h2>").Append(Table(state["accounts"]!.AsArray()))
            .Append(CultureInfo.InvariantCulture, $"<h2>ANAF</h2><p>{state["uploads"]} uploads: {state["accepted"]} accepted, {state["refused"]} refused, {state["refused_at_the_door"]} turned away at the door.</p>")
            .Append(Form("anaf/invoices", "Send an invoice to a company", Input("cif", "to the company with CUI", "") + Input("net", "net, RON", "100")))
            .Append(Form("anaf/letters", "Let a customer write to a company", Input("cif", "to the company with CUI", "") + Input("text", "text", "Va rugam corectati adresa.")))
            .Append("<h2>Fault dials</h2>").Append(Table(controls.ShowFaults()["faults"]!.AsArray()))
            .Append(Form("faults", "Turn on",
                Select("target", ["stripe", "anaf", "smartbill", "webhooks"])
                + Select("kind", ["duplicate", "out_of_order", "delayed", "drop", "429", "403", "500_after_execution", "timeout_after_success", "html_200", "reset_before", "refused_400", "refused_200"])
                + Input("path", "path prefix", "") + Input("probability", "probability", "0.1") + Input("count", "count", "") + Input("delayMs", "delay ms", "1000")))
            .Append(Form("faults/clear", "All dials off", ""))
            .Append("<p><a href=\"/practice/log\">Log as JSON</a></p></html>");
        return page.ToString();
    }

    static string Form(string action, string button, string inputs) => $"<form method=post action=\"/practice/{action}\">{inputs}<button>{button}</button></form>";

    static string Input(string name, string label, string value) => $"<label>{label}<input name=\"{name}\" value=\"{value}\"></label>";

    static string Select(string name, IEnumerable<string> values) =>
        $"<label>{name}<select name=\"{name}\">{string.Concat(values.Select(value => $"<option>{value}</option>"))}</select></label>";

    static string Table(JsonArray rows)
    {
        if (rows.Count == 0) return "<p>None.</p>";
        var names = rows[0]!.AsObject().Select(pair => pair.Key).ToList();
        var head = string.Concat(names.Select(name => $"<th>{Safe(name.Replace('_', ' '))}</th>"));
        var body = string.Concat(rows.Select(row => $"<tr>{string.Concat(names.Select(name => $"<td>{Safe(row![name])}</td>"))}</tr>"));
        return $"<table><tr>{head}</tr>{body}</table>";
    }

    static string Safe(object? value) => WebUtility.HtmlEncode(value?.ToString() ?? "");
}
