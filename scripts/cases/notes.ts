/** The words written with moves that need some. */
export const NOTES: Readonly<Record<string, string>> = {
  ask: '请重新上传清晰的材料。',
  refuse: '申请事项不符合受理条件。',
  startProcedure: '需要现场核查，所需时间不计入办理期限。',
  suspend: '等待法院裁定。',
  askExtension: '情况复杂，需要进一步核实。',
  deny: '不符合办理条件。',
  approveDenial: '不符合办理条件。',
  hold: '登记系统暂时没有答复。',
  comeBack: '收件人电话无法接通，邮件退回。',
  lapse: '逾期未补正，视为放弃申请。',
}
