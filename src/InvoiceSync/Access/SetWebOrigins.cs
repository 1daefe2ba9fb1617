using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Says whose pages may call the API in a browser with a key of this company: exactly these, none when there are none.</summary>
[Requires("integration.manage")]
[StepUp]
public sealed record SetWebOrigins(IReadOnlyList<string> Origins) : ICommand<Done>
{
    const int Most = 20;

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<SetWebOrigins, Done>
    {
        public async Task<Done> Handle(SetWebOrigins command, CancellationToken ct)
        {
            Rule.Require(command.Origins.Count <= Most, WebOriginErrors.TooMany);
            var wanted = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var text in command.Origins) wanted.Add(Rule.Found(Model.Origins.Read(text), WebOriginErrors.Invalid(text.Length <= 60 ? text : text[..60])));

            var known = await db.WebOrigins.ToListAsync(ct);
            if (wanted.SetEquals(known.Select(o => o.Origin))) return default;
            db.RemoveRange(known.Where(o => !wanted.Contains(o.Origin)));
            db.AddRange(wanted.Except(known.Select(o => o.Origin)).Select(origin => new WebOrigin { Origin = origin }));
            db.Note(new("web_origins.changed", "tenant", db.Scope.Tenant!.Value.ToString()) { Details = new Dictionary<string, string> { ["origins"] = string.Join(' ', wanted) } });
            return default;
        }
    }
}
