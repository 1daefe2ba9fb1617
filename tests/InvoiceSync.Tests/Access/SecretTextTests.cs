using InvoiceSync.Access;
using InvoiceSync.Messaging;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Access;

/// <summary>Messages are written to logs by their text: none of those about accounts says its secret.</summary>
public sealed class SecretTextTests
{
    static readonly UserId Ana = Some.Id<UserId>(1);
    static readonly OpenSession Open = new(Ana, true, "device", "address") { KnownDevice = "secret" };
    static readonly Letter Letter = new("subject", "secret", "secret");

    public static TheoryData<object> Messages =>
    [
        Open, new BeginSession(Open), new AskSecondStep(Open), new BeginSession.Begun("secret", "secret", "secret", Some.Noon, []),
        new ResumeSession("secret", "a"), new RotateTokens("secret", "a"), new ResumeSession.Resumed("secret", "secret", Some.Noon), new TouchSession("secret"), new DoubtSession("secret", "a", "b"), new MoveSession("secret", "a", "b"),
        new RequestPasswordReset("secret", "a"), new MakeResetSlip("secret", "a"), new ResetPassword("secret", "secret", "a"), new SetPasswordBySlip("secret", "secret", "a"),
        new ReplacePassword(Ana, "secret", "secret"), new RequestEmailChange("e", "secret"), new MakeEmailSlip(Ana, "e", "secret"), new ConfirmEmailChange("secret"), new SetEmailBySlip("secret"),
        new GetInvitation("secret"), new AcceptInvitation("secret", "n", "secret"), new JoinByInvitation(Some.Id<InvitationId>(1), [], "n", "secret"),
        new SignIn.Session("secret", Some.Noon, []) { Remember = "secret", Device = "secret" }, new QueueMail("to", Letter, "key"), new ReadMail.Due(new(Some.Id<MailId>(1), "to", [], Letter), MailKind.Notice, null, false, Some.Noon),
        new TakeSecondStep("secret", "secret"), new CheckSecondStep("secret", "secret"), new ConfirmTwoStep("secret"), new SwitchTwoStepOn(Ana, "secret"), new BeginTwoStep.Shown("secret", "secret"),
        new ProvePresence("secret"), new CheckPresence(Ana, "secret"), new TryPassword("a@b.example", "secret", null, "secret"), new EndSession("secret"), new ForgetTwoStep(Ana), new TellCompanies(Ana, new("happened")), new NoteAct(new("happened")), new ListCompaniesOf(Ana),
        new UsePasskey(Ana, [], 0, false), new KeepPasskey(Ana, "n", new([], [], 0, [], false, false)), new ForgetPasskey(Ana, default),
        new OpenInvitation(Some.Id<InvitationId>(1), []), new WriteLetter("key", default, "to", "name", "en", "sealed", []),
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public void No_secret_is_in_the_text(object message) => Assert.DoesNotContain("secret", $"{message}", StringComparison.Ordinal);

    [Fact]
    public void A_record_without_its_own_text_would_say_it() => Assert.Contains("secret", $"{new Careless("secret")}", StringComparison.Ordinal);

    sealed record Careless(string Password);
}
