// A mailbox of a role is read by whoever is on duty; a person's own is nobody's to publish.
const ROLES =
  /^(admin|advice|advocacy|claims|complaints|contact|contactus|crisis|customerservice|desk|enquir(y|ies)|general|hello|help|helpdesk|helpline|hotline|info|information|inquir(y|ies)|intake|legal|mail|office|outreach|reception|referrals?|safeguarding|services?|support|team)([._-]?(uk|us|ke|team|desk|office))?$/i;

export function isRoleEmail(address: string): boolean {
  return ROLES.test(address.slice(0, address.indexOf('@')));
}
