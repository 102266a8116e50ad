using EmployerCrm.Core;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Permissions;

/// <summary>Fills a permission's form and reads it.</summary>
internal sealed class PermissionForms(ICrmStore store, PermissionOverviews overviews)
{
    /// <summary>With what holds now; null when client or employer is not there for the actor.</summary>
    public async Task<PermissionFormView?> OpenAsync(Actor actor, Guid clientId, Guid employerId, CancellationToken cancellationToken)
    {
        if (await AgainAsync(actor, clientId, employerId, new FormState(), cancellationToken) is not { } view)
            return null;
        Fill(view.Form, view);
        return view;
    }

    /// <summary>The same with what was sent.</summary>
    public async Task<PermissionFormView?> AgainAsync(Actor actor, Guid clientId, Guid employerId, FormState form, CancellationToken cancellationToken)
    {
        if ((await overviews.OfClientAsync(actor, clientId, cancellationToken)).Value is not { } shown)
            return null;
        if (shown.Employers.FirstOrDefault(known => known.EmployerId == employerId) is { } known)
            return new PermissionFormView(form, shown.Client, known, shown.Today);
        return await store.ReadAsync(session => session.Employers.EmployerAsync(employerId), cancellationToken) is { } employer
            ? new PermissionFormView(form, shown.Client, new EmployerPermissions(employer.Id, employer.Name, employer.Town, IsJob: false, []), shown.Today)
            : null;
    }

    /// <summary>Somebody was first: what was typed stays, and sending it again replaces what is shown now.</summary>
    public async Task<PermissionFormView> SeenAgainAsync(Actor actor, PermissionFormView view, Refusal refusal, CancellationToken cancellationToken)
    {
        view.Form.Refuse("", PageTexts.Get("PermissionChangedMeanwhile", Problems.Of(refusal)));
        var again = await AgainAsync(actor, view.Client.Id, view.Employer.EmployerId, view.Form, cancellationToken) ?? view;
        FillSeen(again.Form, again);
        return again;
    }

    /// <summary>What the form asks for; null when a field is wrong, which stands beside it.</summary>
    public static GivePermission? Read(FormState form, PermissionFormView view)
    {
        if (form.Choice<DisclosureLevel>(PermissionFormFields.Level) is not { } level)
        {
            form.Refuse(PermissionFormFields.Level, PageTexts.Get("PermissionLevelNeeded"));
            return null;
        }

        var give = new GivePermission
        {
            ClientReference = view.Client.Reference, EmployerId = view.Employer.EmployerId, Level = level, WhoMayBeTold = form.Text(PermissionFormFields.Who), How = form.Text(PermissionFormFields.How),
            Wording = form.Text(PermissionField.Wording), Adjustments = form.Text(PermissionField.Adjustments), ConsentGiven = form.Choice<ConsentGiven>(PermissionFormFields.Consent),
            GivenOn = form.Date(PermissionFormFields.GivenOn), RevisitOn = form.Date(PermissionFormFields.RevisitOn), NotACondition = Ticked(form, PermissionFormFields.NotACondition),
            ProsAndCons = Ticked(form, PermissionFormFields.ProsAndCons), WordingAgreed = Ticked(form, PermissionFormFields.WordingAgreed),
            SeenId = form.Id(PermissionFormFields.Seen), SeenVersion = form.Number(PermissionFormFields.SeenVersion), Guard = GuardForm.Kept(form),
        };
        return form.IsRefused ? null : give;
    }

    /// <summary>Puts a refusal beside the field it is about.</summary>
    public static void Put(FormState form, Refusal refusal)
    {
        if (refusal.Problems.Count > 0)
        {
            foreach (var problem in refusal.Problems)
                form.Refuse(problem.Field, PageTexts.Get(problem.Field == PermissionField.Wording ? "PermissionWordingNeeded" : "PermissionAdjustmentsNeeded"));
            return;
        }

        form.Refuse(
            refusal.Reason switch
            {
                RefusalReason.FutureDate or RefusalReason.TooLongAgo => PermissionFormFields.GivenOn,
                RefusalReason.DateInThePast or RefusalReason.TooFarAhead => PermissionFormFields.RevisitOn,
                _ => "",
            },
            Problems.Of(refusal));
    }

    private static void Fill(FormState form, PermissionFormView view)
    {
        FillSeen(form, view);
        if (view.Employer.Holding?.Permission is not { } holding)
        {
            form.With(PermissionFormFields.Level, DisclosureLevel.ServiceSupports).With(PermissionFormFields.GivenOn, Days.Iso(view.Today));
            return;
        }

        form.With(PermissionFormFields.Level, holding.Level).With(PermissionFormFields.Who, holding.WhoMayBeTold).With(PermissionFormFields.How, holding.How)
            .With(PermissionField.Wording, holding.Wording).With(PermissionField.Adjustments, holding.Adjustments).With(PermissionFormFields.Consent, holding.ConsentGiven)
            .With(PermissionFormFields.GivenOn, Days.Iso(view.Today)).With(PermissionFormFields.NotACondition, Tick(holding.NotACondition)).With(PermissionFormFields.ProsAndCons, Tick(holding.ProsAndCons))
            .With(PermissionFormFields.WordingAgreed, Tick(holding.WordingAgreed));
        if (holding.RevisitOn > view.Today)
            form.With(PermissionFormFields.RevisitOn, Days.Iso(holding.RevisitOn.Value));
    }

    private static void FillSeen(FormState form, PermissionFormView view) =>
        form.With(PermissionFormFields.Seen, view.Employer.Holding?.Permission.Id ?? Guid.Empty).With(PermissionFormFields.SeenVersion, view.Employer.Holding?.Permission.Version ?? 0);

    private static bool? Ticked(FormState form, string field) => form.Checked(field) ? true : null;

    private static string? Tick(bool? value) => value == true ? "yes" : null;
}
