using System.Reflection;
using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Tests.Access;

public sealed class StepUpTests
{
    // What gives somebody a way in, gives somebody more, or takes a protection away.
    static readonly Type[] Dangerous =
    [
        typeof(AddPasskey), typeof(RemovePasskey), typeof(BeginTwoStep), typeof(ConfirmTwoStep), typeof(SwitchTwoStepOff), typeof(RenewRecoveryCodes),
        typeof(CreateApiKey), typeof(RotateApiKey), typeof(EditApiKey), typeof(AdoptApiKey),
        typeof(ChangeRoles), typeof(SaveRole), typeof(DeleteRole), typeof(InvitePerson), typeof(RemovePerson), typeof(OfferOwnership), typeof(AcceptOwnership),
        typeof(AllowSsoLink), typeof(RotateTenantKey), typeof(ErasePerson), typeof(SaveConnection),
        typeof(SetSsoMode), typeof(MakeBreakGlassCodes), typeof(SaveNetworks), typeof(DropSsoDomain), typeof(BeginSsoLink),
        typeof(UpdateSsoConnection), typeof(ImportSamlMetadata), typeof(AcceptSamlMetadata),
    ];

    [Fact]
    public void Dangerous_acts_ask_whether_it_is_you() =>
        Assert.Empty(Dangerous.Where(act => !act.IsDefined(typeof(StepUpAttribute))).Select(act => act.Name));

    [Fact]
    public void What_ends_access_in_an_emergency_does_not() =>
        Assert.DoesNotContain(new[] { typeof(SuspendPerson), typeof(RevokeApiKey), typeof(SwitchApiKey), typeof(RevokeSession) }, act => act.IsDefined(typeof(StepUpAttribute)));
}
