using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Messaging;

/// <summary>Sends one mail the way customers' mails go, as it is saved, and tells at once what the server said.</summary>
[Requires("integration.manage")]
public sealed record TestMail(string To) : IProcess<TestMail.Outcome>
{
    /// <summary>Problem is null when the server took it; Answer is in the server's words.</summary>
    public sealed record Outcome(MailProblem? Problem, string? Answer);

    static readonly Letter Words = new(
        "InvoiceSync: test", "Mesaj de probă de la InvoiceSync.\n\nA test mail from InvoiceSync.", "<p>Mesaj de probă de la InvoiceSync.</p><p>A test mail from InvoiceSync.</p>");

    internal sealed class Handler(ScopedDispatch dispatch, IMailTransport transport, CallerHolder who, TimeProvider time) : IHandle<TestMail, Outcome>
    {
        public async Task<Outcome> Handle(TestMail command, CancellationToken ct)
        {
            Rule.Require(MailAddresses.IsOne(command.To), MessagingErrors.AddressInvalid with { Field = nameof(To) });
            var machine = Caller.System(who.Caller.Tenant, "mail");
            var route = (await dispatch.As(machine, d => d.Ask(new FindMailRoute(), ct))).OrThrow();
            var outcome = await Send(command.To, route, ct);
            if (route.Server is { IsPractice: false })
                (await dispatch.As(machine, d => d.Send(new NoteConnection(MailSettings.Provider, TestPassed: outcome.Problem is null), ct))).OrThrow();
            return outcome;
        }

        async Task<Outcome> Send(string to, FindMailRoute.Route route, CancellationToken ct)
        {
            if (route.Kept || route.Server is null && !transport.HasOwn) return new(MailProblem.ServerMissing, null);
            var mail = new OutgoingMail(time.New<MailId>(), to, [], Words, route.Sender);
            return await transport.Send(mail, route.Server, _ => Task.CompletedTask, ct) switch
            {
                MailOutcome.Accepted accepted => new(null, accepted.Answer),
                MailOutcome.Refused refused => new(refused.Problem, refused.Answer),
                MailOutcome.Unavailable away => new(away.Problem, away.Answer),
                MailOutcome.Unsure unsure => new(MailProblem.Interrupted, unsure.Answer),
                _ => new(MailProblem.ServerMissing, null),
            };
        }
    }
}
