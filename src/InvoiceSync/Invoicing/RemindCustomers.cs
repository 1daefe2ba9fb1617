using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>Reminds customers as the company's plan says, each hour of the working day, Monday to Friday. Of several steps that have come, as after an outage, only the latest is sent.</summary>
[Requires("invoice.send")]
public sealed record RemindCustomers : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, TimeProvider time) : IHandle<RemindCustomers, Done>
    {
        public async Task<Done> Handle(RemindCustomers command, CancellationToken ct)
        {
            var plan = (await dispatcher.Ask(new GetReminderPlan(), ct)).OrThrow();
            if (!plan.IsOn) return default;
            var today = await dispatcher.Today(time, ct);
            for (var at = 0; at < plan.Days.Count; at++)
            {
                int? next = at + 1 < plan.Days.Count ? plan.Days[at + 1] : null;
                foreach (var id in (await dispatcher.Ask(new FindDueReminders(today, plan.Days[at], next, plan.Since), ct)).OrThrow())
                {
                    var sent = await dispatcher.Send(new SendReminder(id, Step: plan.Days[at]), ct);
                    // Paid, paused or reminded meanwhile; without a mail server each would say the same.
                    if (sent.Error == InvoiceErrors.MailMissing) return default;
                    if (sent.Error is not { Kind: ErrorKind.Refused or ErrorKind.Conflict or ErrorKind.Invalid }) sent.OrThrow();
                }
            }

            return default;
        }
    }
}
