using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading.Said;

/// <summary>What a contact was for, where the line says so. What is told of a client goes before what is told of the employer.</summary>
internal static class PurposeWords
{
    private static readonly (Purpose Purpose, string Words)[] All =
    [
        (Purpose.Adjustments, "adjustments?|reasonable adjustments?|workplace adjustments?|phased (?:hours|return|start)|reduced (?:hours|duties)|shorter shifts|flexible (?:hours|start|working)|quiet (?:space|room|area)|access to work|change (?:his|her|their|the|C) (?:hours|shifts)|changed? hours|addasiadau"),
        (Purpose.InWorkSupport, "how C (?:is|was|s|has been)?(?: all| been)? ?(?:getting on|doing|settling|finding)[a-z ]{0,20}|review with C|review with P and C|(?:review|catch up|catchup|meeting) with C and (?:P|the|their|his|her)[a-z ]{0,20}|in work (?:support|review|visit)|inwork (?:support|review|visit)|job (?:coaching|review)|probation[a-z ]{0,12}|progress (?:review|meeting|check)|(?:check|checked|checking)(?: in)? on C|(?:see|saw) how C[a-z ]{0,24}|C (?:is |was |s )?(?:getting on|settling in|settled in|doing (?:well|great|fine|ok|okay|really well|brilliantly))[a-z ]{0,12}|C at work"),
        (Purpose.PresentCandidate, "put(?:ting)? C (?:forward|up)|putting forward C|(?:dropped|dropping|gave|left|handed|sent|emailed|took|showed|shared|passed|forwarded|ccd|attached|brought|taking)(?: (?:off|in|over|on|P|him|her|them|the|a|round))* (?:Cs?|my client) ?(?:s )?cvs?|(?:dropped|gave|left|handed|sent|emailed|took|showed|shared|passed) (?:the |a |in |off )*cv[a-z ]{0,12}|C s? ?cv|cvs? (?:for|of|from) C|(?:pitched|suggested|recommended|proposed|mentioned|introduced|presented) C|(?:about|re|regarding) C for[a-zA-Z, ]{0,40}|C (?:in )?for (?:the|a|an)[a-z ]{0,40}(?:job|role|post|position|vacancy|trial|shift|shifts|interview)|(?:interview|trial|work trial|taster|trial shift|shadow|placement|work experience|job|role|post|vacancy|position)(?: [a-z]+)? for C|C (?:to|can|could) (?:start|shadow|have|do) a trial|(?:candidate|matched candidate)[a-z ]{0,12}|C (?:would|could|might|may) (?:suit|fit|be (?:a )?(?:good|great|perfect|ideal|brilliant|right))[a-z ]{0,20}|(?:trial|interview|interviewing|shortlist|shortlisted) C"),
        (Purpose.LearnNeeds, "(?:learned|learnt|learning|found out|finding out|heard|asked|asking|talked|chatted)(?: (?:about|through|more|a bit|lots|all|P))* (?:what|how|who|which|their|the business|the company|business|needs|they|recruitment|hiring|roles|types of|staffing)[a-z ]{0,40}|what (?:they|he|she|P) (?:look|looks|looked|want|wants|need|needs)(?: for)?(?: in)?[a-z ]{0,20}|how they (?:recruit|hire|take on|find)[a-z ]{0,20}|(?:needs|fact) (?:analysis|finding)|learn(?:ed|t)? (?:about )?(?:their|the) (?:needs|business)"),
        (Purpose.Introduce, "introduc(?:ed|ing) (?:myself|ourselves|us|me|the service|our service|ips|what we do)|cold (?:call|called|calling|visit|visited)|first (?:ever )?(?:visit|contact|call|meeting|time|approach)|intro|introduction|introductory[a-z ]{0,12}|introduction visit|said hello|told (?:them|him|her|P) (?:about|what) (?:us|we do|the service|ips)|explained (?:the service|ips|what we do|who we are)|cyflwyno"),
        (Purpose.FollowUp, "follow(?:ed|ing)? up|followup|follow-up|f/u|caught up|catch up|catching up|catchup|touched base|touch base|checked in|check in|called back|rang back|phoned back|went back|back at E|thank you (?:visit|call|card|note)|thankyou|thanked|chased"),
    ];

    /// <summary>Every line that tells of a purpose fits this.</summary>
    public static readonly string Any = string.Join('|', All.Select(purpose => purpose.Words));

    public static Purpose? Read(SaidWords words)
    {
        foreach (var (purpose, said) in All)
        {
            if (words.Has(said))
                return purpose;
        }
        return null;
    }
}
